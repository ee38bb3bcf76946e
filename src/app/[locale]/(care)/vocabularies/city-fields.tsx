import { Select } from '#components/form/select';
import { TextField } from '#components/form/text-field';
import { countryCodes, countryName } from '#domain/countries';
import { placeTypes } from '#domain/practice';
import { sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { FieldOf } from './entry-fields';

type Props = {
  locale: Locale;
  field: FieldOf;
  networks: readonly { id: string; name: string }[];
  /** Only then its country is chosen: examples keep theirs. */
  isNew: boolean;
};

/** Where a city is, what kind of place, and its network. */
export function CityFields({ locale, field, networks, isNew }: Props) {
  const t = translatorOf(locale);
  const countries = sortByName(
    countryCodes.map((value) => ({ value, label: countryName(value, locale) })),
    ({ label }) => label,
    locale,
  );
  const degrees = { inputMode: 'text', autoComplete: 'off', hint: t('vocabulary.degreesHint') } as const;
  return (
    <>
      {isNew && <Select {...field('country')} options={countries} empty={t('vocabulary.chooseCountry')} />}
      <Select
        {...field('placeType')}
        options={placeTypes.map((value) => ({ value, label: t(`place.${value}`) }))}
      />
      <Select
        {...field('network')}
        optional
        options={networks.map(({ id, name }) => ({ value: id, label: name }))}
        empty={t('vocabulary.noNetwork')}
      />
      <TextField {...field('latitude')} {...degrees} />
      <TextField {...field('longitude')} {...degrees} />
    </>
  );
}
