import { z } from 'zod';
import { fieldsOf } from '#domain/submission-fields';
import type { WrittenStep } from '#domain/submission-steps';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { type FormValues, firstValue } from '#lib/form-values';
import { storableText } from '#lib/storable';

const Save = z.object({
  // A form that does not say which version it shows has seen none.
  base: z.coerce.number().int().min(0).max(2_000_000_000).catch(0),
  turn: z.coerce.number().int().min(0).max(2_000_000_000).catch(0),
  page: z
    .string()
    .regex(/^[0-9a-z]{1,20}$/)
    .catch(''),
});

/** Which version the form showed, and which window sent it, how manyth time. */
export function readSave(values: FormValues): z.output<typeof Save> {
  return Save.parse({
    base: firstValue(values, 'base'),
    turn: firstValue(values, 'turn'),
    page: firstValue(values, 'page'),
  });
}

/** What was typed without signs that no page can show, and the names of the fields that had some. */
export function cleanValues(values: FormValues): { values: FormValues; cleaned: string[] } {
  const cleaned: string[] = [];
  const stored = [...values].map(([name, typed]) => {
    const texts = typed.map(storableText);
    if (texts.some(({ changed }) => changed)) cleaned.push(name);
    return [name, texts.map(({ text }) => text)] as const;
  });
  return { values: new Map(stored), cleaned };
}

/** What the fields of a step are called, for a form that is given back. */
export function stepLabels(step: WrittenStep, locale: Locale): Record<string, string> {
  const t = translatorOf(locale);
  return Object.fromEntries(fieldsOf(step).map((name) => [name, t(`submission.label.${name}`)]));
}
