import { z } from 'zod';

const One = z.string().max(300).optional().catch(undefined);
const Query = z.object({ form: One, done: One, practice: One });

/** What the address of such a page says besides: a parked form, what was done, which example it is about. */
export async function readQuery(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<z.output<typeof Query>> {
  return Query.parse(await searchParams);
}
