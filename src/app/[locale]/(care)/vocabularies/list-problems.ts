import type { FieldError } from '#components/form/error-summary';
import type { VocabularyKind } from '#domain/vocabulary';
import { type Locale, locales } from '#i18n/locales';
import { entryFieldLabel, entryProblemText } from '#i18n/vocabulary-text';

/** The fields of every form about an entry, in its order. */
const fields = [
  ...locales.map((language) => `name-${language}`),
  ...['country', 'placeType', 'network', 'latitude', 'longitude'],
  ...[...locales, 'und'].map((language) => `words-${language}`),
];

/** What the fields are called, for a form that is given back. */
export function entryLabels(locale: Locale, kind: VocabularyKind): Record<string, string> {
  return Object.fromEntries(fields.map((name) => [name, entryFieldLabel(locale, kind, name)]));
}

/** What is to be corrected in the form of an entry. */
export function listProblems(locale: Locale, errors: Readonly<Record<string, string>>): FieldError[] {
  return fields.flatMap((name) => {
    const text = entryProblemText(locale, errors[name]);
    return text === undefined ? [] : [{ name, text }];
  });
}
