import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '#domain/actor';
import type { Imported } from '#domain/submission-import';
import type { FieldValue } from '#domain/submission-values';
import { storableText } from '#lib/storable';
import { type Database, database } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import { createDraft } from '#server/submissions/commands/create-draft';
import { saveDraft } from '#server/submissions/commands/save-draft';

type Import = {
  actor: Actor;
  /** The contact that the form begins with. */
  name: string;
  email: string;
  /** The file as it came: the same twice makes one draft. */
  digest: Uint8Array;
  imported: Imported;
  now: Date;
};

export type ImportResult = { ok: true; id: string } | { ok: false; reason: 'not-allowed' | 'too-long' };

/** For how long the same file is taken for a second press of the button, in milliseconds. */
const samePress = 10 * 60_000;

/** Makes a draft of a filled template, and keeps with it what was not understood. */
export async function importDraft(asked: Import, db: Database = database()): Promise<ImportResult> {
  const mark = createHash('sha256').update(asked.digest).digest('hex').slice(0, 32);
  // Who presses twice waits here for the first press, and then finds what it made.
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${asked.actor.id + mark}, 0))`;
    return importOnce(asked, mark, db);
  }, turns);
}

async function importOnce(
  { actor, name, email, imported, now }: Import,
  mark: string,
  db: Database,
): Promise<ImportResult> {
  const known = await findImport(db, { actor, mark, since: new Date(now.getTime() - samePress) });
  if (known) return { ok: true, id: known };
  const created = await createDraft({ actor, name, email, now }, db);
  if (!created.ok) return created;
  const { id } = created;
  const posted = new Map([...imported.values].map(([field, value]) => [field, storable(value)] as const));
  const saved = await saveDraft({ actor, id, base: 1, page: '', posted, now }, db);
  if (!saved.ok) return { ok: false, reason: saved.reason === 'too-long' ? 'too-long' : 'not-allowed' };
  const left = imported.left.map(({ heading, text }) => ({
    heading: storableText(heading).text,
    text: storableText(text).text,
  }));
  const data = { file: mark, fields: [...posted.keys()], left };
  await appendSubmissionEvent(db, { submissionId: id, actor: actor.id, kind: 'imported', at: now, data });
  return { ok: true, id };
}

async function findImport(
  db: Database,
  { actor, mark, since }: { actor: Actor; mark: string; since: Date },
): Promise<string | null> {
  const event = await db.submissionEvent.findFirst({
    where: {
      ...{ actor: actor.id, kind: 'imported', at: { gte: since }, submission: { deletedAt: null } },
      data: { path: ['file'], equals: mark },
    },
    select: { submissionId: true },
  });
  return event?.submissionId ?? null;
}

function storable(value: FieldValue): FieldValue {
  return typeof value === 'string' ? storableText(value).text : value.map((one) => storableText(one).text);
}
