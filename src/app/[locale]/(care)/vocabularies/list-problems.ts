import type { FieldError } from '#components/form/error-summary';
import { type Locale, locales } from '#i18n/locales';
import { entryProblemText } from '#i18n/vocabulary-text';

/** In the order of the form. */
const fields = [
  ...locales.map((language) => `name-${language}`),
  ...['country', 'placeType', 'network', 'latitude', 'longitude'],
  ...[...locales, 'und'].map((language) => `words-${language}`),
];

/** What is to be corrected in the form of an entry. */
export function listProblems(locale: Locale, errors: Readonly<Record<string, string>>): FieldError[] {
  return fields.flatMap((name) => {
    const text = entryProblemText(locale, errors[name]);
    return text === undefined ? [] : [{ name, text }];
  });
}
