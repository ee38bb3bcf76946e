import 'server-only';
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { documentPart, partKey, storedParts } from '#domain/image-variants';
import { shownFileName } from '#lib/file-name';
import type { Storage } from '#server/storage/storage';
import type { KeptFile } from '#server/submissions/commands/add-file';
import { drawVariants } from '#server/submissions/files/draw-variants';
import { type FileRefusal, judgeFile } from '#server/submissions/files/judge-file';
import type { ReceivedFile } from '#server/submissions/files/receive-upload';

export type KeepResult = { ok: true; file: KeptFile } | { ok: false; reason: FileRefusal };

type Part = { path: string; variant: string; mediaType: string; size: number };

/** Judges a file that came in and, where nothing is against it, puts what is kept of it into the storage. */
export async function keepFile(received: ReceivedFile, storage: Storage): Promise<KeepResult> {
  const judged = await judgeFile(received);
  if (!judged.ok) return judged;
  const { kind, mediaType } = judged;
  const about = { kind, mediaType, name: nameOf(received), bytes: received.size, digest: received.digest };
  if (kind === 'document') {
    const part = { ...documentPart, path: received.path, size: received.size };
    const storageKey = await putParts(storage, [part]);
    return { ok: true, file: { ...about, width: null, height: null, storageKey } };
  }
  const folder = `${received.path}-drawn`;
  await mkdir(folder);
  const drawn = await drawVariants(received.path, { mediaType, folder });
  if (!drawn.ok) return drawn;
  const storageKey = await putParts(storage, drawn.variants);
  return { ok: true, file: { ...about, width: drawn.width, height: drawn.height, storageKey } };
}

/** Takes back what was put into the storage for a file that was not added after all. */
export async function forgetFile(file: KeptFile, storage: Storage): Promise<void> {
  for (const { variant } of storedParts(file)) await storage.delete(partKey(file.storageKey, variant));
}

/** What can be shown of the name; a file with none is called by what it is. */
function nameOf({ name }: ReceivedFile): string {
  return shownFileName(name) || '–';
}

async function putParts(storage: Storage, parts: readonly Part[]): Promise<string> {
  const drawn = randomBytes(16).toString('hex');
  const storageKey = `${drawn.slice(0, 2)}/${drawn.slice(2)}`;
  const done: string[] = [];
  try {
    for (const { variant, path, size, mediaType } of parts) {
      const key = partKey(storageKey, variant);
      done.push(key);
      await storage.put(key, createReadStream(path), { size, mediaType });
    }
  } catch (error) {
    for (const key of done) await storage.delete(key).catch(() => {});
    throw error;
  }
  return storageKey;
}
