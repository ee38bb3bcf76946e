import { z } from 'zod';

const Query = z.object({
  form: z.string().max(100).optional().catch(undefined),
  done: z.enum(['asked', 'ended', 'late']).optional().catch(undefined),
});

/** What the address says besides: a parked form, and what was done. */
export async function readQuery(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<z.output<typeof Query>> {
  return Query.parse(await searchParams);
}
