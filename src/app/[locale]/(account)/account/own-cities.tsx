import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

import type { OwnCity } from '#server/accounts/queries/own-cities';

/** The cities a person works for, and whether an editor has confirmed it. */
export function OwnCities({ locale, cities }: { locale: Locale; cities: readonly OwnCity[] }) {
  const t = translatorOf(locale);
  const sentence = {
    confirmed: (city: string) => t('account.cityConfirmed', { city }),
    asked: (city: string) => t('account.cityAsked', { city }),
    refused: (city: string) => t('account.cityRefused', { city }),
  };
  return (
    <section className="account-section">
      <h2>{t('account.cities')}</h2>
      {cities.length === 0 ? (
        <p>{t('account.noCities')}</p>
      ) : (
        <ul>
          {cities.map(({ id, name, state }) => (
            <li key={id}>{sentence[state](name)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
