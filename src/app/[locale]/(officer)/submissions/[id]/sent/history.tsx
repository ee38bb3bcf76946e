import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { Standing } from '#server/submissions/queries/standing';

/** What has happened to an example so far. */
export function History({ standing, locale }: { standing: Standing; locale: Locale }) {
  const t = translatorOf(locale);
  return (
    <section className="account-section" aria-labelledby="history-heading">
      <h2 id="history-heading">{t('sending.history.title')}</h2>
      <ol className="history">
        {standing.history.map(({ kind, at }) => (
          <li key={`${kind} ${at.toISOString()}`}>
            <time dateTime={at.toISOString()}>{formatDate(at, locale)}</time> {t(`sending.history.${kind}`)}
          </li>
        ))}
      </ol>
    </section>
  );
}
