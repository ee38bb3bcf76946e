import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * One value for the content of files and folders (with all they contain), named relative to `root`. It changes when
 * any file is edited, added, removed or renamed. What is missing counts as missing. Folders named in `except` are
 * passed over.
 */
export async function fingerprint(
  root: string,
  entries: readonly string[],
  except: readonly string[] = [],
): Promise<string> {
  const hash = createHash('sha256');
  for (const entry of entries) {
    for (const file of await listFiles(root, entry, except)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(path.join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function listFiles(root: string, entry: string, except: readonly string[]): Promise<string[]> {
  const absolute = path.join(root, entry);
  if (except.includes(entry) || !existsSync(absolute)) return [];
  if ((await stat(absolute)).isFile()) return [entry];
  const names = (await readdir(absolute)).sort();
  return (
    await Promise.all(names.map((name) => listFiles(root, path.posix.join(entry, name), except)))
  ).flat();
}
