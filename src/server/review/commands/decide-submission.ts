import 'server-only';
import type { DecisionLetter } from '#domain/decision';
import { findUnchecked } from '#domain/review-criteria';
import { type Database, database, type Transaction } from '#server/platform/db';
import { mailDecision } from '#server/practices/commands/mail-decision';
import { moveSubmission } from '#server/practices/commands/move-submission';
import { shareComments } from '#server/practices/commands/share-comments';
import type { StoredSubmission } from '#server/practices/select/submission';
import { type Asked, carryOut, type Refused, unclaimed } from '#server/review/commands/carry-out';
import { readChecks } from '#server/review/queries/checks';

type Told = Asked & { letter: DecisionLetter };

type Decision<Reason extends string = never> = Promise<
  { ok: true } | Refused | { ok: false; reason: Reason }
>;

/** Asks the authors for changes: it is their turn. */
export function requestChanges(told: Told, db: Database = database()): Decision {
  return carryOut(db, 'requestChanges', told, async (tx, submission) => {
    await close(tx, submission, told, { verb: 'requestChanges' });
    return { ok: true };
  });
}

/** Accepts it, once each criterion is judged. `unchecked`: one is not, or is not met without a note. */
export function acceptSubmission(told: Told, db: Database = database()): Decision<'unchecked'> {
  return carryOut(db, 'accept', told, async (tx, submission) => {
    const { checks } = await readChecks(tx, submission.id);
    if (findUnchecked(checks).length > 0) return { ok: false, reason: 'unchecked' };
    await close(tx, submission, told, { verb: 'accept', set: { declinedBy: null } });
    return { ok: true };
  });
}

/** Declines it, for reasons that its authors are told. An appeal is heard by another editor. */
export function declineSubmission(
  declined: Told & { reasons: string },
  db: Database = database(),
): Decision<'no-reasons'> {
  const reasons = declined.reasons.trim();
  return carryOut(db, 'decline', declined, async (tx, submission) => {
    if (!reasons) return { ok: false, reason: 'no-reasons' };
    await close(tx, submission, declined, {
      ...{ verb: 'decline', reasons },
      set: { declinedBy: declined.actor.id },
    });
    return { ok: true };
  });
}

type Closing = {
  verb: 'requestChanges' | 'accept' | 'decline';
  set?: { declinedBy: string | null };
  reasons?: string;
};

/** Ends a review: nobody holds it any more, nothing is due, its authors are told, and read what was commented. */
async function close(
  tx: Transaction,
  submission: StoredSubmission,
  { actor, letter, now }: Told,
  { verb, set, reasons }: Closing,
): Promise<void> {
  await moveSubmission(tx, submission, {
    ...{ actor, verb, now },
    set: { ...unclaimed, dueOn: null, ...set },
    data: { letter, ...(reasons && { reasons }) },
  });
  const comments = await shareComments(tx, submission.id, now);
  await mailDecision(tx, { submission, verb, letter, comments, now, ...(reasons && { reasons }) });
}
