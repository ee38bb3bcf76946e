import type { AdoptionState } from '#domain/adoption';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { AdoptionForm } from '#server/adoptions/queries/adoption-form';

const words = {
  stated: 'adoption.state.stated',
  confirmed: 'adoption.state.confirmed',
  refused: 'adoption.state.refused',
} as const satisfies Record<AdoptionState, string>;

/** What was said of the officer's cities so far. */
export function StatedList({ stated, locale }: { stated: AdoptionForm['stated']; locale: Locale }) {
  const t = translatorOf(locale);
  if (stated.length === 0) return null;
  return (
    <section className="account-section" aria-labelledby="stated-heading">
      <h2 id="stated-heading">{t('adoption.soFar')}</h2>
      <ul className="link-list">
        {stated.map(({ id, city, state, refusedBecause }) => (
          <li key={id}>
            {t(words[state], { city })} {refusedBecause && <bdi>{refusedBecause}</bdi>}
          </li>
        ))}
      </ul>
    </section>
  );
}
