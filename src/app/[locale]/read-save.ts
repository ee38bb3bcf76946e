import { z } from 'zod';
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

/** What a form says by which a person chooses between two texts; each kind of form names the field besides. */
export const TextChoice = z.object({
  save: z.string().regex(/^[0-9a-z]{10}$/),
  seen: z.coerce.number().int().min(0).max(2_000_000_000),
  choice: z.enum(['mine', 'theirs', 'both']),
});

/** Whether the page's script asks, which wants no page. */
export function asksForData(request: Request): boolean {
  return request.headers.get('accept') === 'application/json';
}

/** What that script is told where nothing was saved. */
export const saveStatuses = { 'not-found': 404, 'not-writable': 403, 'too-long': 413 } as const;
