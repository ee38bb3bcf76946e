import { countryName } from '#domain/countries';
import type { Named } from '#domain/practice';
import type { Years } from '#domain/years';
import { formatYears } from '#i18n/format';
import type { Locale } from '#i18n/locales';

type Where = { cities: readonly Named[]; years: Years };

/** "Portugal · Amadora, Lisbon · 2019–2021" */
export function PlaceLine({ country, locale, ...where }: Where & { country: string; locale: Locale }) {
  return (
    <p className="place-line">
      <b>{countryName(country, locale)}</b>
      {placeDetails(where, locale)}
    </p>
  );
}

/** What follows the country: " · Amadora, Lisbon · 2019–2021". */
export function placeDetails({ cities, years }: Where, locale: Locale): string {
  const parts = [cities.map(({ name }) => name).join(', '), formatYears(years, locale)];
  return parts.map((part) => part && ` · ${part}`).join('');
}
