import { Fact } from '#components/practice/fact';
import type { PracticeRecord } from '#domain/practice';
import { formatDate } from '#i18n/format';
import { historyPaths } from '#i18n/history-paths';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Props = { practice: PracticeRecord; locale: Locale };

/** Which version this is, and the ways to the others and to a new one. Before the first, when it was last changed. */
export function PracticeHistory({ practice: { slug, version, updatedAt }, locale }: Props) {
  const t = translatorOf(locale);
  if (!version)
    return (
      <Fact term={t('practice.updated')}>
        <time dateTime={updatedAt.toISOString().slice(0, 10)}>{formatDate(updatedAt, locale)}</time>
      </Fact>
    );
  const { number, at } = version;
  return (
    <Fact term={t('practice.version')}>
      {t('history.published', { number, date: formatDate(at, locale) })}
      <ul className="fact-links">
        <li>
          <a href={historyPaths.versions(locale, slug)}>{t('history.all')}</a>
        </li>
        <li>
          <a href={historyPaths.revise(locale, slug)}>{t('history.change')}</a>
        </li>
      </ul>
    </Fact>
  );
}
