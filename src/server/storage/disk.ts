import 'server-only';
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkKey, type Storage } from '#server/storage/storage';

/** Keeps files in a folder. Instances on several machines need a folder that all of them see, or S3. */
export function openDisk(folder: string): Storage {
  const pathOf = (key: string) => join(folder, checkKey(key));
  return {
    put: (key, stream, { size }) => writeWhole(pathOf(key), stream, size),
    get: async (key) => {
      const size = await sizeOf(pathOf(key));
      return size === null ? null : { size, stream: createReadStream(pathOf(key)) };
    },
    head: async (key) => {
      const size = await sizeOf(pathOf(key));
      return size === null ? null : { size };
    },
    delete: (key) => rm(pathOf(key), { force: true }),
  };
}

/** Under another name until it is whole and on the disk: a crash leaves no half of it under its own. */
async function writeWhole(path: string, stream: Readable, size: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const out = createWriteStream(unfinished, { flags: 'wx', flush: true });
    await pipeline(stream, out);
    if (out.bytesWritten !== size) throw new Error(`${out.bytesWritten} bytes came, ${size} were announced.`);
    await rename(unfinished, path);
    await flushFolder(dirname(path));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The new name itself is on the disk only then. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
