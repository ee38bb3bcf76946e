import 'server-only';
import type { Actor } from '#domain/actor';
import { type Database, database } from '#server/platform/db';
import { lockFor, turns } from '#server/practices/commands/lock-for';
import { appendSubmissionEvent } from '#server/practices/events/submission';

type Delete = { actor: Actor; id: string; now: Date };

export type DeleteResult = { ok: true } | { ok: false; reason: 'not-found' | 'not-possible' };

/**
 * Deletes a draft: its texts are gone from the database, its files are shown to nobody. The empty row stays, since its
 * history does; so does what was sent of it earlier.
 */
export function deleteSubmission(
  { actor, id, now }: Delete,
  db: Database = database(),
): Promise<DeleteResult> {
  return db.$transaction(async (tx) => {
    const locked = await lockFor(tx, { actor, id }, 'delete');
    if (!locked.ok) return { ok: false, reason: locked.reason };
    await tx.submissionSave.deleteMany({ where: { submissionId: id } });
    await tx.submissionFile.updateMany({
      where: { submissionId: id, removedAt: null },
      data: { removedAt: now, alt: '', credit: '', title: '' },
    });
    await tx.submission.update({ where: { id }, data: { fields: {}, deletedAt: now, updatedAt: now } });
    await appendSubmissionEvent(tx, { submissionId: id, actor: actor.id, kind: 'deleted', at: now });
    return { ok: true };
  }, turns);
}
