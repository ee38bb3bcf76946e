import 'server-only';
import type { Actor } from '#domain/actor';
import { may, type SubmissionAction } from '#domain/permissions';
import type { Transaction } from '#server/platform/db';
import { lockSubmission, type StoredSubmission } from '#server/practices/select/submission';

type Asked = { actor: Actor; id: string };

export type Locked =
  | { ok: true; submission: StoredSubmission }
  /** A stranger is told that there is none. */
  | { ok: false; reason: 'not-found' }
  /** The person may see it, and may not do this to it as it stands. */
  | { ok: false; reason: 'not-possible'; submission: StoredSubmission };

/**
 * A submission that nobody else changes until the transaction ends, and whether the person may do this to it. Whether
 * they may know of it is asked as its author's pages do, or as the editors' do.
 */
export async function lockFor(
  tx: Transaction,
  { actor, id }: Asked,
  action: SubmissionAction,
  sees: 'read' | 'readReview' = 'read',
): Promise<Locked> {
  const submission = await lockSubmission(tx, id);
  if (!submission || !may(actor, sees, submission)) return { ok: false, reason: 'not-found' };
  return may(actor, action, submission)
    ? { ok: true, submission }
    : { ok: false, reason: 'not-possible', submission };
}

/** Many may act on one submission at once: each waits for its turn at the row. */
export const turns = { maxWait: 10_000, timeout: 15_000 } as const;
