import { countryName } from '#domain/countries';
import type { Named } from '#domain/practice';
import type { Years } from '#domain/years';
import { formatList, formatYears } from '#i18n/format';
import type { Locale } from '#i18n/locales';

type Where = {
  country: string;
  cities: readonly Named[];
  years: Years;
  /** Places that the vocabulary does not know, as they were typed. */
  otherPlaces?: string;
};

/** Where and when, in the words of a language; empty where there is nothing to say. */
export function placeText({ country, cities, years, otherPlaces = '' }: Where, locale: Locale) {
  return {
    country: countryName(country, locale),
    cities: formatList(
      [...cities.map(({ name }) => name), otherPlaces.trim()].filter(Boolean),
      locale,
      'unit',
    ),
    years: formatYears(years, locale),
  };
}
