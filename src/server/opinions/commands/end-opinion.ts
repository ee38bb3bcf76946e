import 'server-only';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import { type Database, database } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import { lockSubmission } from '#server/practices/select/submission';

type End = { actor: Actor; id: string; opinion: string; now: Date };

/** `late`: it was signed, or is over already. */
export type Ended = { ok: true } | { ok: false; reason: 'not-found' | 'late' };

/** Takes a link back before it was used. Whoever answers at the same moment was either first, or is told that it ended. */
export function endOpinion({ actor, id, opinion, now }: End, db: Database = database()): Promise<Ended> {
  return db.$transaction(async (tx) => {
    const submission = await lockSubmission(tx, id);
    // An address may hold anything; some of it the database would not take.
    if (!submission || !may(actor, 'readReview', submission) || !/^[0-9a-z]{10}$/.test(opinion))
      return { ok: false, reason: 'not-found' };
    const { count } = await tx.opinion.updateMany({
      where: { id: opinion, submissionId: id, signedAt: null, endedAt: null, expiresAt: { gt: now } },
      data: { endedAt: now },
    });
    if (count === 0) return settle(await tx.opinion.findFirst({ where: { id: opinion, submissionId: id } }));
    await appendSubmissionEvent(tx, {
      ...{ submissionId: id, actor: actor.id, kind: 'opinion-ended', at: now },
      data: { opinion },
    });
    return { ok: true };
  }, turns);
}

/** Who presses the button a second time meant what the first press did. */
function settle(stored: { endedAt: Date | null } | null): Ended {
  if (!stored) return { ok: false, reason: 'not-found' };
  return stored.endedAt ? { ok: true } : { ok: false, reason: 'late' };
}
