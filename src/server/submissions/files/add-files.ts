import 'server-only';
import type { Actor } from '#domain/actor';
import { fileLimits } from '#domain/submission-files';
import { shownFileName } from '#lib/file-name';
import { makeQueue } from '#lib/queue';
import { storage } from '#server/storage/open-storage';
import { type AddFileResult, addFile } from '#server/submissions/commands/add-file';
import type { FileRefusal } from '#server/submissions/files/judge-file';
import { forgetFile, keepFile } from '#server/submissions/files/keep-file';
import type { ReceivedFile } from '#server/submissions/files/receive-upload';
import { readRoom } from '#server/submissions/queries/files';

type UploadRefusal = FileRefusal | 'too-many' | 'twice' | 'busy' | 'not-writable';

/** What became of each file of a form, in the order they were sent. */
export type AddedFile = { name: string } & (
  | { ok: true; fileId: string }
  | { ok: false; reason: UploadRefusal }
);

type Add = { actor: Actor; id: string; files: readonly ReceivedFile[]; now: Date };

/** One file at a time is looked into and drawn, whoever sent it: its memory is all that uploads take. */
const enqueue = makeQueue({ running: 1, waiting: 60 });

/** Judges the files that came with a form and adds those that can be kept. Each stands for itself. */
export async function addFiles({ actor, id, files, now }: Add): Promise<AddedFile[]> {
  const added: AddedFile[] = [];
  for (const file of files) {
    const name = shownFileName(file.name);
    const done = await enqueue(() => addOne({ actor, id, file, now }));
    if (!done.ok) added.push({ name, ok: false, reason: 'busy' });
    else if (done.value.ok) added.push({ name, ok: true, fileId: done.value.fileId });
    else added.push({ name, ok: false, reason: done.value.reason });
  }
  return added;
}

type AddOne = Omit<Add, 'files'> & { file: ReceivedFile };
type Added = { ok: true; fileId: string } | { ok: false; reason: UploadRefusal };

async function addOne({ actor, id, file, now }: AddOne): Promise<Added> {
  const room = await readRoom({ actor, id });
  if (!room) return { ok: false, reason: 'not-writable' };
  // Before anything is drawn; the command asks again, next to the row.
  if (room.digests.has(Buffer.from(file.digest).toString('hex'))) return { ok: false, reason: 'twice' };
  if (room.count >= fileLimits.files) return { ok: false, reason: 'too-many' };
  const kept = await keepFile(file, storage());
  if (!kept.ok) return kept;
  try {
    const result = await addFile({ actor, id, file: kept.file, now });
    if (!result.ok) await forgetFile(kept.file, storage());
    return result.ok ? result : { ok: false, reason: reasonOf(result) };
  } catch (error) {
    await forgetFile(kept.file, storage()).catch(() => {});
    throw error;
  }
}

function reasonOf({ reason }: Exclude<AddFileResult, { ok: true }>): UploadRefusal {
  return reason === 'not-found' ? 'not-writable' : reason;
}
