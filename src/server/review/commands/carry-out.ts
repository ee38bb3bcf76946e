import 'server-only';
import type { Actor } from '#domain/actor';
import type { Verb } from '#domain/lifecycle';
import type { Database, Transaction } from '#server/platform/db';
import { lockFor, turns } from '#server/practices/commands/lock-for';
import { unlessOtherRevision } from '#server/practices/commands/unless-other-revision';
import { wasDoneBy } from '#server/practices/commands/was-done-by';
import type { StoredSubmission } from '#server/practices/select/submission';

/** Who asks for something to be done to a submission. */
export type Asked = { actor: Actor; id: string; now: Date };

/** Nothing was changed: there is none for this person, or it has moved on. */
export type Refused = { ok: false; reason: 'not-found' | 'not-possible' };

/**
 * Does what an editor's verb does, in one transaction that holds the submission. Who pressed the button twice is told that
 * it is done.
 */
export function carryOut<Result>(
  db: Database,
  verb: Exclude<Verb, 'replace'>,
  { actor, id }: Asked,
  work: (tx: Transaction, submission: StoredSubmission) => Promise<Result>,
): Promise<Result | { ok: true } | Refused> {
  const done = db.$transaction(async (tx): Promise<Result | { ok: true } | Refused> => {
    const locked = await lockFor(tx, { actor, id }, verb, 'readReview');
    if (locked.ok) return work(tx, locked.submission);
    const isDone = locked.reason === 'not-possible' && (await wasDoneBy(tx, { id, actor, verb }));
    return isDone ? { ok: true } : { ok: false, reason: locked.reason };
  }, turns);
  return unlessOtherRevision(done, 'not-possible');
}

/** Columns of a submission that nobody has taken up any more. */
export const unclaimed = { claimedBy: null, claimedAt: null };
