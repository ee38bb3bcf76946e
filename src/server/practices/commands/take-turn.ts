import 'server-only';
import type { Transaction } from '#server/platform/db';

/** Any number, the same in every instance. */
const contentLock = 7_305_118;

/** How long a transaction that takes its turn may last. */
export const longestTurn = { timeout: 300_000, maxWait: 10_000 };

/**
 * Waits until nobody else loads content or changes a vocabulary, and keeps the turn until the transaction ends. The waits
 * of the site are too short for the second of two instances, and for thousands of examples.
 */
export async function takeTurn(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SET LOCAL statement_timeout = '120s'`;
  await tx.$executeRaw`SET LOCAL lock_timeout = '120s'`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${contentLock})`;
}
