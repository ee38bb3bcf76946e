import 'server-only';
import { z } from 'zod';
import { type Actor, actsAs } from '#domain/actor';
import { mayRevise } from '#domain/permissions';
import { fieldsOfContent, PracticeContent } from '#domain/practice-content';
import type { DraftFields } from '#domain/submission-fields';
import { drawId } from '#lib/draw-id';
import { type Database, database, type Transaction } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { lockPractice } from '#server/practices/commands/lock-practice';
import { appendSave } from '#server/practices/commands/saves/append-save';
import { unlessOtherRevision } from '#server/practices/commands/unless-other-revision';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import { readRevisable } from '#server/practices/select/revisable';
import { submissionSaves } from '#server/practices/select/saves/log';
import { findContact } from '#server/submissions/queries/contact';

type Begin = {
  actor: Actor;
  practiceId: string;
  /** The version it begins with, where that is not the present one: an editor puts it back. */
  from?: number | undefined;
  now: Date;
};

export type BeginResult =
  | { ok: true; id: string }
  /** `under-way`: others write a revision already. `not-found`: there is no such practice or version for readers. */
  | { ok: false; reason: 'not-found' | 'not-allowed' | 'under-way' };

/**
 * Begins a revision of a published practice with what one of its versions says; the agreement is given anew. There is one
 * at a time: whoever writes in it already is given that one, so that a double click makes one.
 */
export function beginRevision(begin: Begin, db: Database = database()): Promise<BeginResult> {
  const begun = db.$transaction((tx) => beginIn(tx, begin), turns);
  return unlessOtherRevision(begun, 'under-way');
}

async function beginIn(tx: Transaction, { actor, practiceId, from, now }: Begin): Promise<BeginResult> {
  // Who begins at the same moment waits here, and then finds the revision of the first.
  const practice = await lockPractice(tx, practiceId);
  const facts = practice && (await readRevisable(tx, practiceId));
  if (!facts) return { ok: false, reason: 'not-found' };
  const restores = from !== undefined && from !== practice.newest;
  if (!mayRevise(actor, facts) || (restores && !actsAs(actor, 'editor')))
    return { ok: false, reason: 'not-allowed' };
  if (facts.open)
    return facts.open.members.includes(actor.id)
      ? { ok: true, id: facts.open.id }
      : { ok: false, reason: 'under-way' };
  const content = await readContent(tx, practiceId, from ?? practice.newest);
  if (!content) return { ok: false, reason: 'not-found' };
  const fields = { ...fieldsOfContent(content), ...(await findContact(tx, { actor, practiceId, content })) };
  const id = drawId();
  await write(tx, { id, actor, practiceId, basedOn: practice.newest, fields, now });
  await copyFiles(tx, id, content, now);
  await appendSubmissionEvent(tx, {
    ...{ submissionId: id, actor: actor.id, kind: 'begun', at: now },
    data: { practice: practiceId, version: from ?? practice.newest },
  });
  return { ok: true, id };
}

async function readContent(
  tx: Transaction,
  practiceId: string,
  number: number,
): Promise<PracticeContent | null> {
  const version = await tx.practiceVersion.findUnique({
    where: { practiceId_number: { practiceId, number } },
    select: { content: true },
  });
  return version && z.object({ content: PracticeContent }).parse(version).content;
}

type Written = {
  id: string;
  actor: Actor;
  practiceId: string;
  basedOn: number;
  fields: DraftFields;
  now: Date;
};

/** The draft, its one writer, and its first save, from which later ones are merged. */
async function write(
  tx: Transaction,
  { id, actor, practiceId, basedOn, fields, now }: Written,
): Promise<void> {
  const row = { submissionId: id, accountId: actor.id };
  await tx.submission.create({ data: { id, practiceId, basedOn, fields, createdAt: now, updatedAt: now } });
  await tx.submissionMember.create({ data: { ...row, isAuthor: true, since: now } });
  const save = { actor, version: 1, base: 0, page: '', now, changed: fields };
  await appendSave(tx, submissionSaves(id), save);
}

/** Rows of their own for the files of a version; what they hold stays where it is. */
async function copyFiles(
  tx: Transaction,
  submissionId: string,
  { files }: PracticeContent,
  now: Date,
): Promise<void> {
  const place = new Map(files.map(({ id }, position) => [id, position]));
  const rows = await tx.submissionFile.findMany({ where: { id: { in: [...place.keys()] } } });
  await tx.submissionFile.createMany({
    data: rows.map((file) => ({
      ...file,
      ...{ id: drawId(), submissionId, position: place.get(file.id) ?? file.position },
      ...{ createdAt: now, removedAt: null },
    })),
  });
}
