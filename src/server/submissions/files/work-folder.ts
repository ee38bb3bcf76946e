import 'server-only';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { env } from '#server/platform/env';

/** Longer than any upload takes. */
const abandonedAfter = 24 * 60 * 60 * 1000;

let swept = 0;

/**
 * Gives a work a folder of its own in DATA_DIR and removes it afterwards, whatever happens. What a killed process left
 * behind is removed a day later.
 */
export async function withWorkFolder<T>(now: Date, work: (folder: string) => Promise<T>): Promise<T> {
  const parent = resolve(env().DATA_DIR, 'incoming');
  await mkdir(parent, { recursive: true });
  await sweep(parent, now.getTime());
  const folder = await mkdtemp(join(parent, 'upload-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sweep(parent: string, now: number): Promise<void> {
  if (now - swept < 60 * 60 * 1000) return;
  swept = now;
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    // Another instance may have removed it meanwhile.
    const found = await stat(path).catch(() => null);
    if (found && now - found.mtimeMs > abandonedAfter) await rm(path, { recursive: true, force: true });
  }
}
