import 'server-only';
import type { DecisionLetter } from '#domain/decision';
import { type Database, database, type Transaction } from '#server/platform/db';
import { announceChange } from '#server/practices/commands/announce-change';
import { lockPractice } from '#server/practices/commands/lock-practice';
import { mailDecision } from '#server/practices/commands/mail-decision';
import { moveSubmission } from '#server/practices/commands/move-submission';
import { appendPracticeEvent } from '#server/practices/events/practice';
import type { StoredSubmission } from '#server/practices/select/submission';
import { type Asked, carryOut, type Refused } from '#server/review/commands/carry-out';

type Archive = Asked & {
  /** Told to everyone who comes to its address. */
  because: string;
  letter: DecisionLetter;
};

/** Takes what is published out of the catalogue. Its address stays, and says why. */
export function archiveSubmission(
  archive: Archive,
  db: Database = database(),
): Promise<{ ok: true } | Refused | { ok: false; reason: 'no-reasons' }> {
  const { now, letter } = archive;
  const because = archive.because.trim();
  return carryOut(db, 'archive', archive, async (tx, submission) => {
    if (!because) return { ok: false, reason: 'no-reasons' };
    await turnPractice(tx, submission, archive, because);
    await moveSubmission(tx, submission, {
      ...{ actor: archive.actor, verb: 'archive', now },
      data: { because, letter },
    });
    await mailDecision(tx, { submission, verb: 'archive', letter, reasons: because, now });
    return { ok: true };
  });
}

/** Puts it back as it was. */
export function republishSubmission(
  asked: Asked,
  db: Database = database(),
): Promise<{ ok: true } | Refused> {
  const { actor, now } = asked;
  return carryOut(db, 'republish', asked, async (tx, submission) => {
    await turnPractice(tx, submission, asked, null);
    await moveSubmission(tx, submission, { actor, verb: 'republish', now });
    return { ok: true };
  });
}

async function turnPractice(
  tx: Transaction,
  { id, practiceId }: StoredSubmission,
  { actor, now }: Asked,
  because: string | null,
): Promise<void> {
  const before = practiceId && (await lockPractice(tx, practiceId));
  if (!before) throw new Error(`${id} is published without a practice`);
  const status = because === null ? 'published' : 'archived';
  await tx.practice.update({
    where: { id: before.id },
    data: {
      ...{ status, version: { increment: 1 }, updatedAt: now },
      ...{ archivedAt: because === null ? null : now, archivedBecause: because },
    },
  });
  await appendPracticeEvent(tx, {
    ...{ practiceId: before.id, actor: actor.id, at: now },
    kind: because === null ? 'republished' : 'archived',
    ...{ before: { status: before.status }, after: { status } },
    data: { submission: id, ...(because !== null && { because }) },
  });
  await announceChange(tx, before.id);
}
