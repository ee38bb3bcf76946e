import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { FormValues } from '#lib/form-values';

/** Answers to editors as they stand in a form, by the talk they belong to, and what is to be corrected, by their field. */
export type TypedAnswers = {
  texts: ReadonlyMap<string, string>;
  errors: Readonly<Record<string, string>>;
};

const answerField = /^answer-([0-9a-z]{10})$/;

/** What stands in the answers of a form; those that are empty are left out. */
export function readTyped(values: FormValues): TypedAnswers['texts'] {
  return new Map(
    [...values].flatMap(([name, [text = '']]) => {
      const thread = answerField.exec(name)?.[1];
      return thread && text.trim() !== '' ? [[thread, text] as const] : [];
    }),
  );
}

/** The same, as a form that is shown again holds them. */
export function parkedAnswers(
  parked: { values: FormValues; errors: Record<string, string> } | null,
): TypedAnswers {
  return parked
    ? { texts: readTyped(parked.values), errors: parked.errors }
    : { texts: new Map(), errors: {} };
}

/** What is to be corrected about them. */
export function answerProblems({ errors }: TypedAnswers): { name: string; text: string }[] {
  return Object.entries(errors).flatMap(([name, text]) => (answerField.test(name) ? [{ name, text }] : []));
}

/** The fields of some answers, for a form that is shown again. */
export function asValues(texts: TypedAnswers['texts']): FormValues {
  return new Map([...texts].map(([thread, text]) => [`answer-${thread}`, [text]]));
}

/** What they are called, for a form that is given back. */
export function answerLabels(values: FormValues, locale: Locale): Record<string, string> {
  const label = translatorOf(locale)('talk.yourAnswer');
  return Object.fromEntries([...readTyped(values).keys()].map((thread) => [`answer-${thread}`, label]));
}
