import 'server-only';
import { type Database, database } from '#server/platform/db';
import { moveSubmission } from '#server/practices/commands/move-submission';
import { type Asked, carryOut, type Refused, unclaimed } from '#server/review/commands/carry-out';

export type ClaimResult = { ok: true } | Refused;

type Claim = Asked & {
  /** The editor it is taken over from, as the page showed; none where nobody had it. */
  from?: string | null | undefined;
};

/**
 * Takes a submission up, or over from another editor. Of two who do so at once one has it: for the other it is not as the
 * page showed any more, and not possible.
 */
export function claimSubmission(claim: Claim, db: Database = database()): Promise<ClaimResult> {
  const { actor, now, from = null } = claim;
  return carryOut(db, 'claim', claim, async (tx, submission) => {
    if (submission.claimedBy !== from) return { ok: false, reason: 'not-possible' };
    await moveSubmission(tx, submission, {
      ...{ actor, verb: 'claim', now },
      set: { claimedBy: actor.id, claimedAt: now },
      ...(from && { data: { from } }),
    });
    return { ok: true };
  });
}

/** Puts it back for another editor. */
export function releaseSubmission(asked: Asked, db: Database = database()): Promise<ClaimResult> {
  const { actor, now } = asked;
  return carryOut(db, 'release', asked, async (tx, submission) => {
    await moveSubmission(tx, submission, { actor, verb: 'release', now, set: unclaimed });
    return { ok: true };
  });
}
