import { z } from 'zod';
import { storableText } from '#lib/storable';

const One = z
  .string()
  .max(2_000)
  .transform((text) => storableText(text).text)
  .optional()
  .catch(undefined);
const Query = z.object({ form: One, done: One, into: One, problem: One });

/** What the address of a page says besides: a parked form, what was done, another entry, what went wrong. */
export async function readQuery(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<z.output<typeof Query>> {
  return Query.parse(await searchParams);
}
