import type { ComponentProps } from 'react';
import { describing, Field, type FieldProps } from '#components/form/field';

type Props = FieldProps & Omit<ComponentProps<'input'>, 'name' | 'id' | 'required'>;

/** One line of text. Nothing is checked by the browser: the server says what is to be corrected. */
export function TextField({ locale, name, label, optional, hint, error, note, ...input }: Props) {
  const field = { locale, name, label, optional, hint, error, note };
  return (
    <Field {...field}>
      <input type="text" className="text-field" {...input} id={name} name={name} {...describing(field)} />
    </Field>
  );
}
