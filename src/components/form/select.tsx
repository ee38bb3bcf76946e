import type { ComponentProps } from 'react';
import { describing, Field, type FieldProps } from '#components/form/field';

export type SelectOption = { value: string; label: string; lang?: string };
type OptionGroup = { label: string; options: readonly SelectOption[] };

type Props = FieldProps &
  Omit<ComponentProps<'select'>, 'name' | 'id' | 'required'> & {
    /** Alone, or in groups with a heading. */
    options: readonly (SelectOption | OptionGroup)[];
    /** The words of the empty choice; left out, there is none. */
    empty?: string;
  };

/** One of a list. */
export function Select({ locale, name, label, optional, hint, error, note, options, empty, ...rest }: Props) {
  const field = { locale, name, label, optional, hint, error, note };
  return (
    <Field {...field}>
      {/* React leaves a choice as it is when what is stored changes; a new key draws it anew. */}
      <select
        className="text-field"
        key={String(rest.defaultValue)}
        {...rest}
        id={name}
        name={name}
        {...describing(field)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map((one) => (
                <Option key={one.value} {...one} />
              ))}
            </optgroup>
          ) : (
            <Option key={option.value} {...option} />
          ),
        )}
      </select>
    </Field>
  );
}

function Option({ value, label, lang }: SelectOption) {
  return (
    <option value={value} lang={lang}>
      {label}
    </option>
  );
}
