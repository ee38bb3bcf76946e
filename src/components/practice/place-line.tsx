import { countryName } from '#domain/countries';
import type { Named } from '#domain/practice';
import type { Years } from '#domain/years';
import { formatYears } from '#i18n/format';
import type { Locale } from '#i18n/locales';

type Props = { country: string; cities: readonly Named[]; years: Years; locale: Locale };

/** "Portugal · Amadora, Lisbon · 2019–2021" */
export function PlaceLine({ country, cities, years, locale }: Props) {
  const period = formatYears(years, locale);
  return (
    <p className="place-line">
      <b>{countryName(country, locale)}</b>
      {cities.length > 0 && ` · ${cities.map(({ name }) => name).join(', ')}`}
      {period && ` · ${period}`}
    </p>
  );
}
