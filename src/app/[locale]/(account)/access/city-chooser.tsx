'use client';

import { useState, useSyncExternalStore } from 'react';
import { describing, Field, type FieldProps } from '#components/form/field';
import { PlaceCombobox } from '#components/form/place-combobox';
import type { PlaceOption } from '#lib/match-places';

type Props = FieldProps & {
  options: readonly PlaceOption[];
  /** Id of what is chosen; empty for nothing. */
  chosen: string;
  words: { type: string; empty: string; none: string; found: string };
};

/** One city: found by typing with JavaScript, chosen from the browser's own list without. */
export function CityChooser({ options, chosen: initial, words, ...field }: Props) {
  const isAlive = useSyncExternalStore(never, isHere, isNotHere);
  const [chosen, setChosen] = useState(initial);
  const { name } = field;
  const city = options.find(({ id }) => id === chosen);
  const described = isAlive ? { ...field, hint: words.type } : field;
  return (
    <Field {...described}>
      {isAlive ? (
        <>
          <input type="hidden" name={name} value={city?.id ?? ''} />
          {city && (
            <p className="chosen-city" role="status">
              <bdi>{city.name}</bdi> · {city.group}
            </p>
          )}
          <PlaceCombobox
            {...{ id: name, options, words }}
            onChoose={({ id }) => setChosen(id)}
            describedBy={describing(described)['aria-describedby']}
            hasError={field.error !== undefined}
          />
        </>
      ) : (
        <PlainList {...{ options, chosen, field, empty: words.empty }} />
      )}
    </Field>
  );
}

type ListProps = Pick<Props, 'options' | 'chosen'> & { field: FieldProps; empty: string };

/** Country by country. */
function PlainList({ options, chosen, field, empty }: ListProps) {
  const groups = Map.groupBy(options, ({ group }) => group);
  const { name } = field;
  return (
    <select className="text-field" id={name} name={name} defaultValue={chosen} {...describing(field)}>
      <option value="">{empty}</option>
      {[...groups].map(([group, cities]) => (
        <optgroup key={group} label={group}>
          {cities.map(({ id, name: city }) => (
            <option key={id} value={id}>
              {city}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

const never = () => () => {};
const isHere = () => true;
const isNotHere = () => false;
