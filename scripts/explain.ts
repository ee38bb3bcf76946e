import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Refusal } from './refusal.ts';
import { ROOT } from './settings.ts';

/** Less than this is as good as full: PostgreSQL's smallest step is a file of 16 MB. */
const FULL_BELOW_BYTES = 24 * 1024 * 1024;

/**
 * What to tell a person about a failure: one sentence where it is one they can mend, else everything there is. A full
 * disk shows itself in many guises, so whatever failed, the disks are looked at first.
 */
export async function explainFailure(error: unknown, dataFolder?: string): Promise<string> {
  const text = error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
  const full = await findFullDisk(dataFolder);
  if (full ?? /ENOSPC|No space left on device/i.test(text)) {
    return `The disk is full: make room in ${full ?? dataFolder ?? ROOT}, and run this again.`;
  }
  if (error instanceof Refusal) return error.message;
  const denied = /(?:EACCES|EROFS|EPERM): .*?'([^']+)'/.exec(text)?.[1];
  if (denied)
    return `${denied} cannot be written to or read: check whom it belongs to, or set DATA_DIR to another folder.`;
  return error instanceof Error ? (error.stack ?? error.message) : text;
}

async function findFullDisk(dataFolder: string | undefined): Promise<string | undefined> {
  for (const folder of [dataFolder, ROOT, tmpdir()]) {
    if (!folder) continue;
    const present = findExisting(folder);
    const { bavail, bsize } = await statfs(present);
    if (bavail * bsize < FULL_BELOW_BYTES) return present;
  }
  return undefined;
}

function findExisting(folder: string): string {
  return existsSync(folder) ? folder : findExisting(path.dirname(folder));
}
