import 'server-only';
import type { Transaction } from '#server/platform/db';

/**
 * Brings the search and every instance's list in line with what was written of a practice. Last in its transaction: from
 * here on others who change the catalogue wait.
 */
export async function announceChange(tx: Transaction, practiceId: string): Promise<void> {
  await tx.$executeRaw`select refresh_search(${[practiceId]})`;
  await tx.$executeRaw`select publish_change(${[practiceId]})`;
}
