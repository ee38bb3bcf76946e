import 'server-only';
import type { Transaction } from '#server/platform/db';

/**
 * Lets a submission's writers read what editors wrote while they read it, in the transaction of the decision that ends
 * that. Returns how many comments they have still to answer.
 */
export async function shareComments(tx: Transaction, submissionId: string, now: Date): Promise<number> {
  await tx.reviewComment.updateMany({ where: { submissionId, sharedAt: null }, data: { sharedAt: now } });
  return tx.reviewComment.count({ where: { submissionId, threadId: null, resolvedAt: null } });
}
