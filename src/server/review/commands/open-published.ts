import 'server-only';
import { z } from 'zod';
import type { Actor } from '#domain/actor';
import { may, mayReview } from '#domain/permissions';
import { fieldsOfContent, PracticeContent } from '#domain/practice-content';
import { drawId } from '#lib/draw-id';
import { type Database, database, type Transaction } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { lockPractice } from '#server/practices/commands/lock-practice';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import { findSubmission, type StoredSubmission } from '#server/practices/select/submission';

type Open = { actor: Actor; practiceId: string; now: Date };

export type OpenResult =
  | { ok: true; id: string }
  /** `not-possible`: the editor is one of its authors. */
  | { ok: false; reason: 'not-found' | 'not-possible' };

/**
 * The submission under which editors look after what is published. A practice that was loaded from files has none yet: one
 * is made, without members, as it stands.
 */
export function openPublished(open: Open, db: Database = database()): Promise<OpenResult> {
  return db.$transaction((tx) => openIn(tx, open), turns);
}

async function openIn(tx: Transaction, { actor, practiceId, now }: Open): Promise<OpenResult> {
  if (!mayReview(actor)) return { ok: false, reason: 'not-found' };
  const practice = await lockPractice(tx, practiceId);
  if (!practice || practice.status === 'draft') return { ok: false, reason: 'not-found' };
  const shown = await findShown(tx, practiceId);
  if (shown)
    return may(actor, 'readReview', shown)
      ? { ok: true, id: shown.id }
      : { ok: false, reason: 'not-possible' };
  const id = drawId();
  const state = practice.status;
  const fields = fieldsOfContent(await readContent(tx, practiceId));
  await tx.submission.create({
    data: { id, state, practiceId, fields, createdAt: now, updatedAt: now },
  });
  await appendSubmissionEvent(tx, {
    ...{ submissionId: id, actor: actor.id, kind: 'opened', at: now },
    ...{ after: { state }, data: { practice: practiceId } },
  });
  return { ok: true, id };
}

/** Not locked: whoever publishes and archives locks it before the practice, which is locked already. */
async function findShown(tx: Transaction, practiceId: string): Promise<StoredSubmission | null> {
  const row = await tx.submission.findFirst({
    where: { practiceId, state: { in: ['published', 'archived'] } },
    select: { id: true },
  });
  return row && findSubmission(tx, row.id);
}

async function readContent(tx: Transaction, practiceId: string): Promise<PracticeContent> {
  const rows = await tx.$queryRaw`select practice_content(${practiceId}) as content`;
  const [row] = z.array(z.object({ content: PracticeContent })).parse(rows);
  if (!row) throw new Error(`${practiceId} has no content`);
  return row.content;
}
