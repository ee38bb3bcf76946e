import type { FieldProps } from '#components/form/field';
import { PlacePicker } from '#components/form/place-picker';
import { countryName } from '#domain/countries';
import { sortByName } from '#i18n/format';
import { translatorOf } from '#i18n/translator';
import type { CityChoice } from '#server/catalogue/queries/choices';
import type { StepView } from './load-step';

/** The cities of an example. Once there is a country, the list has its cities alone. */
export function CityField({ view, field }: { view: StepView; field: FieldProps }) {
  const { locale, shown, choices } = view;
  const t = translatorOf(locale);
  const toOption = ({ id, name, country, also }: CityChoice) => ({
    ...{ id, name, also, group: countryName(country, locale) },
  });
  const near = choices.cities.filter(({ country }) => !shown.country || country === shown.country);
  const options = sortByName(near.map(toOption), ({ group }) => group, locale);
  const chosen = shown.cities.map((id) => {
    const city = choices.cities.find((one) => one.id === id);
    return city ? toOption(city) : { id, name: id, also: [], group: '' };
  });
  const named = { name: '{name}' };
  return (
    <PlacePicker
      {...{ ...field, options, chosen }}
      words={{
        add: t('submission.places.add'),
        addButton: t('submission.places.addButton'),
        remove: t('submission.places.remove', named),
        empty: t('submission.places.empty'),
        added: t('submission.places.added', named),
        removed: t('submission.places.removed', named),
        none: t('submission.places.none'),
        found: t('submission.places.found'),
      }}
    />
  );
}
