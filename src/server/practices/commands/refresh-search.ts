import 'server-only';
import type { Transaction } from '#server/platform/db';

const refreshedAtOnce = 500;

/**
 * Makes practices findable as they are now; all of them (null) when names changed that they are found by. Some at a time,
 * so that no statement takes long.
 */
export async function refreshSearch(tx: Transaction, ids: readonly string[] | null): Promise<void> {
  const left = ids ? [...ids] : (await tx.practice.findMany({ select: { id: true } })).map(({ id }) => id);
  while (left.length > 0)
    await tx.$executeRaw`select refresh_search(${left.splice(0, refreshedAtOnce)}::text[])`;
}
