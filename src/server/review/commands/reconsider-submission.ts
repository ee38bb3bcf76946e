import 'server-only';
import { answerBy } from '#domain/decision';
import { type Database, database } from '#server/platform/db';
import { moveSubmission } from '#server/practices/commands/move-submission';
import { type Asked, carryOut, type Refused } from '#server/review/commands/carry-out';

/**
 * Takes a decision back, for reasons that stay with the editors: it is under review again, by whoever took it back. A time
 * that was set for its publication is gone.
 */
export function reconsiderSubmission(
  asked: Asked & { reasons: string },
  db: Database = database(),
): Promise<{ ok: true } | Refused | { ok: false; reason: 'no-reasons' }> {
  const { actor, now } = asked;
  const reasons = asked.reasons.trim();
  return carryOut(db, 'reconsider', asked, async (tx, submission) => {
    if (!reasons) return { ok: false, reason: 'no-reasons' };
    await moveSubmission(tx, submission, {
      ...{ actor, verb: 'reconsider', now, data: { reasons } },
      set: { publishAt: null, dueOn: answerBy(now), claimedBy: actor.id, claimedAt: now },
    });
    return { ok: true };
  });
}
