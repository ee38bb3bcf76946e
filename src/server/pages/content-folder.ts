import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentFile } from '#domain/content-file';
import { env } from '#server/platform/env';

/** The parts of `content/` that are read while serving. */
export type ContentArea = 'pages' | 'collections';

/** Names of the folders of an area, in alphabetical order. */
export async function listFolders(area: ContentArea): Promise<string[]> {
  const entries = await readdir(join(env().CONTENT_DIR, area), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return folders.sort();
}

/** The files of a folder. Asked by name from an address: only a folder that is really there is opened. */
export async function readFolder(area: ContentArea, folder: string): Promise<ContentFile[]> {
  if (!(await listFolders(area)).includes(folder)) return [];
  const directory = join(env().CONTENT_DIR, area, folder);
  const names = await readdir(directory);
  return Promise.all(
    names.map(async (name) => {
      const path = join(directory, name);
      return { path, parts: [area, folder, name], text: await readFile(path, 'utf8') };
    }),
  );
}
