import type { ReactNode } from 'react';
import { describing, Field, type FieldProps } from '#components/form/field';
import { WordsBox, type WordsBoxProps } from '#components/form/words-box';

export type TextAreaProps = FieldProps &
  Pick<WordsBoxProps, 'rows' | 'lang' | 'dir' | 'maxLength' | 'defaultValue' | 'readOnly'> & {
    /** Stands between the label and the text: a toolbar. */
    tools?: ReactNode;
  };

/** Several lines of text, which begin where their language does. */
export function TextArea({ locale, name, label, optional, hint, error, note, tools, ...box }: TextAreaProps) {
  const field = { locale, name, label, optional, hint, error, note };
  return (
    <Field {...field}>
      {tools}
      <WordsBox {...box} id={name} name={name} {...describing(field)} />
    </Field>
  );
}
