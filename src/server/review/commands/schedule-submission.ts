import 'server-only';
import { type Database, database } from '#server/platform/db';
import { moveSubmission } from '#server/practices/commands/move-submission';
import { type Asked, carryOut, type Refused } from '#server/review/commands/carry-out';

/** Sets a time at which the site publishes it, or another one. `past`: that time is over. */
export function scheduleSubmission(
  asked: Asked & { publishAt: Date },
  db: Database = database(),
): Promise<{ ok: true } | Refused | { ok: false; reason: 'past' }> {
  const { actor, now, publishAt } = asked;
  return carryOut(db, 'schedule', asked, async (tx, submission) => {
    if (publishAt <= now) return { ok: false, reason: 'past' };
    if (submission.publishAt?.getTime() === publishAt.getTime()) return { ok: true };
    await moveSubmission(tx, submission, {
      ...{ actor, verb: 'schedule', now, set: { publishAt } },
      data: { publishAt: publishAt.toISOString() },
    });
    return { ok: true };
  });
}
