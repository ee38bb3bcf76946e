import { Select } from '#components/form/select';
import { TextField } from '#components/form/text-field';
import { countryCodes, countryName } from '#domain/countries';
import { sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { CityChooser } from './city-chooser';

type City = { id: string; name: string; country: string; also: readonly string[] };
type Props = {
  locale: Locale;
  cities: readonly City[];
  typed: (name: string) => string;
  errorOf: (name: string) => string | undefined;
};

/** The city: one of the list, or a name and a country where it is not in it. */
export function AccessCity({ locale, cities, typed, errorOf }: Props) {
  const t = translatorOf(locale);
  const isOther = ['cityName', 'country'].some((name) => typed(name) !== '' || errorOf(name));
  return (
    <>
      <CityChooser
        locale={locale}
        name="city"
        label={t('account.access.city')}
        error={errorOf('city')}
        options={inCountries(cities, locale)}
        chosen={typed('city')}
        words={{
          type: t('account.access.typeCity'),
          empty: t('account.access.chooseCity'),
          none: t('account.access.noCity'),
          found: t('account.access.city'),
        }}
      />
      <details className="account-more" open={isOther}>
        <summary>{t('account.access.notListed')}</summary>
        <TextField
          locale={locale}
          name="cityName"
          label={t('account.access.cityName')}
          error={errorOf('cityName')}
          defaultValue={typed('cityName')}
        />
        <Select
          locale={locale}
          name="country"
          autoComplete="country"
          label={t('account.access.country')}
          error={errorOf('country')}
          empty={t('account.access.chooseCountry')}
          options={sortByName(
            countryCodes.map((code) => ({ value: code, label: countryName(code, locale) })),
            ({ label }) => label,
            locale,
          )}
          defaultValue={typed('country')}
        />
      </details>
    </>
  );
}

/** The cities with their countries, in the order of the countries. */
function inCountries(cities: readonly City[], locale: Locale) {
  const grouped = cities.map(({ id, name, also, country }) => ({
    ...{ id, name, also, group: countryName(country, locale) },
  }));
  return sortByName(grouped, ({ group }) => group, locale);
}
