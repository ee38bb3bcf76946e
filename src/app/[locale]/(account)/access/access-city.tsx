import { Select } from '#components/form/select';
import { TextField } from '#components/form/text-field';
import { countryCodes, countryName } from '#domain/countries';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type City = { id: string; name: string; country: string };
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
      <Select
        locale={locale}
        name="city"
        label={t('account.access.city')}
        error={errorOf('city')}
        empty={t('account.access.chooseCity')}
        options={groupByCountry(cities, locale)}
        defaultValue={typed('city')}
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
          options={byName(
            countryCodes.map((code) => ({ value: code, label: countryName(code, locale) })),
            locale,
          )}
          defaultValue={typed('country')}
        />
      </details>
    </>
  );
}

function groupByCountry(cities: readonly City[], locale: Locale) {
  const groups = Map.groupBy(cities, ({ country }) => country);
  const named = [...groups].map(([country, members]) => ({
    label: countryName(country, locale),
    options: members.map(({ id, name }) => ({ value: id, label: name })),
  }));
  return byName(named, locale);
}

function byName<T extends { label: string }>(list: readonly T[], locale: Locale): T[] {
  return [...list].sort((a, b) => a.label.localeCompare(b.label, locale));
}
