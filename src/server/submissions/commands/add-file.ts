import 'server-only';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import { type FileKind, fileLimits } from '#domain/submission-files';
import { drawId } from '#lib/draw-id';
import { type Database, database, type Transaction } from '#server/platform/db';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import { lockSubmission } from '#server/practices/select/submission';

/** A file whose parts lie in the storage already. */
export type KeptFile = {
  kind: FileKind;
  name: string;
  mediaType: string;
  /** Of the file as it was sent. */
  bytes: number;
  width: number | null;
  height: number | null;
  digest: Uint8Array<ArrayBuffer>;
  storageKey: string;
};

type Add = { actor: Actor; id: string; file: KeptFile; now: Date };

export type AddFileResult =
  | { ok: true; fileId: string }
  /** Nothing was added. `twice`: the same file is there. */
  | { ok: false; reason: 'not-found' | 'not-writable' | 'too-many' | 'twice' };

/** Adds a file to a submission, behind those it has. */
export function addFile(add: Add, db: Database = database()): Promise<AddFileResult> {
  return db.$transaction((tx) => addIn(tx, add), { maxWait: 10_000, timeout: 15_000 });
}

async function addIn(tx: Transaction, { actor, id, file, now }: Add): Promise<AddFileResult> {
  const submission = await lockSubmission(tx, id);
  if (!submission || !may(actor, 'read', submission)) return { ok: false, reason: 'not-found' };
  if (!may(actor, 'write', submission)) return { ok: false, reason: 'not-writable' };
  const there = await tx.submissionFile.findMany({
    where: { submissionId: id, removedAt: null },
    select: { digest: true, position: true },
  });
  if (there.some(({ digest }) => Buffer.compare(digest, file.digest) === 0))
    return { ok: false, reason: 'twice' };
  if (there.length >= fileLimits.files) return { ok: false, reason: 'too-many' };
  const fileId = drawId();
  const position = Math.max(-1, ...there.map((other) => other.position)) + 1;
  await tx.submissionFile.create({
    data: { ...file, id: fileId, submissionId: id, position, createdAt: now },
  });
  await tx.submission.update({ where: { id }, data: { updatedAt: now } });
  await appendSubmissionEvent(tx, {
    ...{ submissionId: id, actor: actor.id, kind: 'file-added', at: now },
    data: { file: fileId },
  });
  return { ok: true, fileId };
}
