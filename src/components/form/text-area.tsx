import type { ComponentProps, ReactNode } from 'react';
import { describing, Field, type FieldProps } from '#components/form/field';

type Props = FieldProps &
  Omit<ComponentProps<'textarea'>, 'name' | 'id' | 'required'> & {
    /** Stands between the label and the text: a toolbar. */
    tools?: ReactNode;
  };

/** Several lines of text, which begin where their language does. */
export function TextArea({ locale, name, label, optional, hint, error, note, tools, ...area }: Props) {
  const field = { locale, name, label, optional, hint, error, note };
  return (
    <Field {...field}>
      {tools}
      <textarea
        rows={6}
        dir="auto"
        className="text-field"
        {...area}
        id={name}
        name={name}
        {...describing(field)}
      />
    </Field>
  );
}
