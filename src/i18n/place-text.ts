import { countryName } from '#domain/countries';
import type { Named } from '#domain/practice';
import type { Years } from '#domain/years';
import { formatYears } from '#i18n/format';
import type { Locale } from '#i18n/locales';

type Where = { country: string; cities: readonly Named[]; years: Years };

/** Where and when, in the words of a language; empty where there is nothing to say. */
export function placeText({ country, cities, years }: Where, locale: Locale) {
  return {
    country: countryName(country, locale),
    cities: cities.map(({ name }) => name).join(', '),
    years: formatYears(years, locale),
  };
}
