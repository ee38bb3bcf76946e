import 'server-only';
import { readFile } from 'node:fs/promises';
import { draftLimits } from '#domain/submission-fields';
import { readDocx } from '#lib/docx-read';
import { makeQueue } from '#lib/queue';
import { markdownBlocks, type TextBlock } from '#lib/text-block';
import type { ReceivedFile } from '#server/submissions/files/receive-upload';

/** Bytes of a filled template: with pictures that somebody put in as well. */
export const filledLimit = 10_000_000;

export type FilledRefusal = 'too-large' | 'not-supported' | 'damaged' | 'too-long';

export type ReadFilled = { ok: true; blocks: TextBlock[] } | { ok: false; reason: FilledRefusal };

/** One at a time: what a file unpacks to is in memory as a whole. */
const enqueue = makeQueue({ running: 1, waiting: 20 });

/** The text of a filled template, by what the file holds: a Word file, or plain text. */
export async function readFilled(file: ReceivedFile): Promise<ReadFilled> {
  if (file.isCut || file.size > filledLimit) return { ok: false, reason: 'too-large' };
  const read = await enqueue(async () => readBytes(await readFile(file.path)));
  return read.ok ? read.value : { ok: false, reason: 'damaged' };
}

function readBytes(bytes: Buffer): ReadFilled {
  const isArchive = bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
  const text = isArchive ? null : readText(bytes);
  if (!isArchive && text === null) return { ok: false, reason: 'not-supported' };
  const blocks = text === null ? readDocx(bytes) : markdownBlocks(text);
  if (!blocks) return { ok: false, reason: 'damaged' };
  const length = blocks.reduce((sum, { markdown }) => sum + markdown.length, 0);
  return length > draftLimits.characters ? { ok: false, reason: 'too-long' } : { ok: true, blocks };
}

/** Null for what is no text. */
function readText(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
