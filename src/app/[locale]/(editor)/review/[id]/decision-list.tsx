import { decisionVerbs } from '#domain/decision-form';
import { isWritable } from '#domain/lifecycle';
import type { Locale } from '#i18n/locales';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import type { Review } from '#server/review/queries/submission';

/** What can be decided now, the one that most come for first, each with what it brings about. */
export function DecisionList({ locale, review }: { locale: Locale; review: Review }) {
  const t = translatorOf(locale);
  const possible = decisionVerbs.filter((verb) => review.may.has(verb));
  const why = whyNone(locale, review);
  if (possible.length === 0 && !why) return null;
  return (
    <section id="decide" aria-labelledby="decide-heading">
      <h2 id="decide-heading">{t('review.decide.title')}</h2>
      {possible.length === 0 && <p>{why}</p>}
      <ul className="decision-list">
        {possible.map((verb, place) => (
          <li key={verb}>
            <a
              className={place === 0 ? 'button' : 'button button-quiet'}
              href={reviewPaths.decide(locale, review.id, verb)}
              aria-describedby={`hint-${verb}`}
            >
              {t(`review.verb.${verb}.name`)}
            </a>
            <small id={`hint-${verb}`}>{t(`review.verb.${verb}.hint`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why nothing can be decided at the moment. */
function whyNone(locale: Locale, { state, claimedBy, names }: Review): string | null {
  const t = translatorOf(locale);
  if (isWritable(state)) return t('review.decide.authors');
  if (state === 'replaced') return t('review.decide.replaced');
  if (state !== 'in_review') return null;
  return t('review.decide.takenByOther', { name: names.get(claimedBy ?? '') ?? '' });
}
