import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { Standing } from '#server/submissions/queries/standing';

/** What the editors decided last, in their words. */
export function Decision({ standing: { decision }, locale }: { standing: Standing; locale: Locale }) {
  if (!decision) return null;
  const t = translatorOf(locale);
  return (
    <section className="account-section" aria-labelledby="decision-heading">
      <h2 id="decision-heading">{t('talk.decision')}</h2>
      <p className="talk-text" dir="auto">
        {decision.letter}
      </p>
      {decision.reasons && (
        <>
          <h3>{t('talk.reasons')}</h3>
          <p className="talk-text" dir="auto">
            {decision.reasons}
          </p>
        </>
      )}
    </section>
  );
}
