import 'server-only';
import type { Actor } from '#domain/actor';
import { type Database, database } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { lockTalk, type Side } from '#server/practices/commands/lock-talk';
import { appendSubmissionEvent } from '#server/practices/events/submission';

type Settle = {
  actor: Actor;
  /** On which side the person stands: what the other side has not been shown is not there for writers. */
  side: Side;
  id: string;
  thread: string;
  /** Whether the matter is done from now on, or open again. */
  done: boolean;
  now: Date;
};

export type SettleResult = { ok: true } | { ok: false; reason: 'not-found' | 'not-possible' };

/** Marks a talk as done, or opens it again, from either side. What is so already stays as it is. */
export function settleComment(
  { actor, side, id, thread, done, now }: Settle,
  db: Database = database(),
): Promise<SettleResult> {
  return db.$transaction(async (tx) => {
    const talk = await lockTalk(tx, { actor, side, id, thread });
    if (!talk.ok) return talk;
    if (talk.first.done === done) return { ok: true };
    await tx.reviewComment.update({
      where: { id: thread },
      data: done ? { resolvedAt: now, resolvedBy: actor.id } : { resolvedAt: null, resolvedBy: null },
    });
    await appendSubmissionEvent(tx, {
      ...{ submissionId: id, actor: actor.id, kind: done ? 'comment-done' : 'comment-reopened', at: now },
      data: { comment: thread },
    });
    return { ok: true };
  }, turns);
}
