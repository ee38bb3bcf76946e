import 'server-only';
import { Prisma } from '#generated/prisma/client';
import type { Transaction } from '#server/platform/db';

/** How many texts of a translation stand against a newer one, until a person chooses. */
export function readOpenConflicts(tx: Transaction, translationId: string): Promise<number> {
  return tx.translationSave.count({
    where: { translationId, settledAt: null, NOT: { conflicts: { equals: Prisma.DbNull } } },
  });
}
