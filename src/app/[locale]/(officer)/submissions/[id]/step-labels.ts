import { fieldsOf } from '#domain/submission-fields';
import type { WrittenStep } from '#domain/submission-steps';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** What the fields of a step are called, for a form that is given back. */
export function stepLabels(step: WrittenStep, locale: Locale): Record<string, string> {
  const t = translatorOf(locale);
  return Object.fromEntries(fieldsOf(step).map((name) => [name, t(`submission.label.${name}`)]));
}
