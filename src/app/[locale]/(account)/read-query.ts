import { z } from 'zod';
import { localPath } from '#lib/local-path';
import { storableText } from '#lib/storable';

const One = z
  .string()
  .max(2_000)
  .transform((text) => storableText(text).text)
  .optional()
  .catch(undefined);
const Query = z.object({ to: One, form: One, request: One, problem: One, done: One });

/** What the address of a page about accounts says besides: where to go on, a parked form, what went wrong or was done. */
export type AccountQuery = z.output<typeof Query>;

/** Reads it; what is no text, or leads to another site, is left out. */
export async function readQuery(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<AccountQuery> {
  const { to, ...query } = Query.parse(await searchParams);
  return { ...query, to: localPath(to) ?? undefined };
}
