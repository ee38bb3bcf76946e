import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Content, parseContent } from '#domain/content';
import type { ContentFile, ContentProblem } from '#domain/content-file';

export type ReadContent =
  | { ok: true; content: Content; fileCount: number }
  /** `content` holds what could be read nevertheless, for a check that wants to say more. Never load it. */
  | { ok: false; problems: ContentProblem[]; content: Content; fileCount: number };

/** Reads the content folder. Files of a bad form come back as problems; a folder that cannot be read throws. */
export async function readContent(directory: string): Promise<ReadContent> {
  const files: ContentFile[] = [];
  const problems: ContentProblem[] = [];
  const paths = await listFiles(directory);
  for (const { path, bytes } of await Promise.all(paths.map(readBytes))) {
    const text = decode(bytes);
    if (text === null) problems.push({ file: path, line: 1, reason: 'is not written in UTF-8' });
    else files.push({ path, parts: relative(directory, path).split(sep), text });
  }
  const { value: content, problems: found } = parseContent(files);
  problems.push(...found);
  const fileCount = paths.length;
  if (problems.length === 0) return { ok: true, content, fileCount };
  problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { ok: false, problems, content, fileCount };
}

/** Every file below the folder but the guide for writers and what an operating system leaves behind. */
async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function readBytes(path: string): Promise<{ path: string; bytes: Buffer }> {
  return { path, bytes: await readFile(path) };
}

/** One spelling of every character and of every line end, so that a text is the same from any editor. */
function decode(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.replace(/\r\n?/g, '\n').normalize('NFC');
  } catch {
    return null;
  }
}
