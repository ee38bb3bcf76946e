import type { ReactNode } from 'react';
import { TextField } from '#components/form/text-field';
import type { Locale } from '#i18n/locales';

type Props = {
  locale: Locale;
  label: string;
  hint: ReactNode;
  error: string | undefined;
  /** Recovery codes have letters. */
  letters?: boolean;
};

/** A one-time code: one field, so that pasting and what browsers fill in work; spaces are taken as well. */
export function CodeField({ locale, label, hint, error, letters = false }: Props) {
  return (
    <TextField
      {...{ locale, label, hint, error }}
      name="code"
      className="text-field code-field"
      autoComplete="one-time-code"
      inputMode={letters ? 'text' : 'numeric'}
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
