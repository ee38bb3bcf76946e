import 'server-only';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import { type Database, database } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import { lockSubmission } from '#server/practices/select/submission';

type TakeBack = { actor: Actor; id: string; comment: string; now: Date };

export type TakeBackResult = { ok: true } | { ok: false; reason: 'not-found' | 'not-possible' };

/** Takes a comment back that the author has not been shown. One that another editor has answered stays. */
export function takeBackComment(
  { actor, id, comment, now }: TakeBack,
  db: Database = database(),
): Promise<TakeBackResult> {
  return db.$transaction(async (tx) => {
    const submission = await lockSubmission(tx, id);
    if (!submission || !may(actor, 'readReview', submission)) return { ok: false, reason: 'not-found' };
    const row = await tx.reviewComment.findFirst({
      where: { id: comment, submissionId: id },
      select: { accountId: true, sharedAt: true, _count: { select: { replies: true } } },
    });
    // Gone already, with the first press of the button.
    if (!row) return { ok: true };
    if (row.accountId !== actor.id || row.sharedAt || row._count.replies > 0)
      return { ok: false, reason: 'not-possible' };
    await tx.reviewComment.delete({ where: { id: comment } });
    await appendSubmissionEvent(tx, {
      ...{ submissionId: id, actor: actor.id, kind: 'comment-taken-back', at: now },
      data: { comment },
    });
    return { ok: true };
  }, turns);
}
