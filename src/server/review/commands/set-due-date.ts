import 'server-only';
import { type Database, database } from '#server/platform/db';
import { lockFor, turns } from '#server/practices/commands/lock-for';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import type { Asked, Refused } from '#server/review/commands/carry-out';

/** Sets the day by which the editors mean to have answered what is under review; null for none. */
export function setDueDate(
  { actor, id, dueOn, now }: Asked & { dueOn: Date | null },
  db: Database = database(),
): Promise<{ ok: true } | Refused> {
  return db.$transaction(async (tx) => {
    const locked = await lockFor(tx, { actor, id }, 'review', 'readReview');
    if (!locked.ok) return { ok: false, reason: locked.reason };
    const [before, after] = [locked.submission.dueOn, dueOn].map(dayOf);
    if (before === after) return { ok: true };
    await tx.submission.update({ where: { id }, data: { dueOn, updatedAt: now } });
    await appendSubmissionEvent(tx, {
      ...{ submissionId: id, actor: actor.id, kind: 'due-set', at: now },
      ...{ before: { dueOn: before ?? null }, after: { dueOn: after ?? null } },
    });
    return { ok: true };
  }, turns);
}

function dayOf(date: Date | null | undefined): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}
