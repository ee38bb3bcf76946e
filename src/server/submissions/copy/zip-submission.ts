import 'server-only';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { partKey, storedParts } from '#domain/image-variants';
import type { Locale } from '#i18n/locales';
import { type NameOf, submissionMarkdown } from '#i18n/submission-markdown';
import type { Storage } from '#server/storage/storage';
import type { Draft } from '#server/submissions/queries/draft';
import type { SubmissionFile } from '#server/submissions/queries/files';

type Copy = {
  draft: Draft;
  files: readonly SubmissionFile[];
  storage: Storage;
  locale: Locale;
  nameOf: NameOf;
};

/**
 * An example as a ZIP: everything that was typed as JSON and as a text, and its files in their largest size. Made while it
 * is read, one piece of a file at a time, however large the files are.
 */
export function zipSubmission(copy: Copy): ReadableStream<Uint8Array> {
  const pieces = makePieces(copy);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

async function* makePieces({
  draft,
  files,
  storage,
  locale,
  nameOf,
}: Copy): AsyncGenerator<Uint8Array, void, undefined> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  addText(zip, 'submission.json', writeJson(draft, files));
  addText(zip, 'submission.md', submissionMarkdown(draft.fields, locale, nameOf));
  yield* ready.splice(0);
  for (const [place, file] of files.entries()) {
    const part = storedParts(file).at(-1);
    const stored = part && (await storage.get(partKey(file.storageKey, part.variant)));
    if (!stored) continue;
    const entry = new ZipPassThrough(nameInZip(file, place, part.variant));
    zip.add(entry);
    for await (const chunk of stored.stream) {
      entry.push(new Uint8Array(chunk));
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

function addText(zip: Zip, name: string, text: string): void {
  const entry = new ZipDeflate(name, { level: 6 });
  zip.add(entry);
  entry.push(new TextEncoder().encode(text), true);
}

function writeJson(
  { id, reference, state, fields, updatedAt, submittedAt }: Draft,
  files: readonly SubmissionFile[],
): string {
  const described = files.map(({ storageKey: _, ...file }, place) => ({
    ...file,
    inThisZip: nameInZip(file, place, storedParts(file).at(-1)?.variant ?? ''),
  }));
  return JSON.stringify({ id, reference, state, submittedAt, updatedAt, fields, files: described }, null, 2);
}

/** "files/03-market.jpg": numbered, so that two of one name are two, and of signs that every system can store. */
function nameInZip({ name }: { name: string }, place: number, variant: string): string {
  const ending = variant.split('.').at(-1) ?? 'bin';
  const stem = name
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[^\p{L}\p{N} _-]+/gu, '')
    .trim()
    .slice(0, 60);
  return `files/${String(place + 1).padStart(2, '0')}${stem && `-${stem}`}.${ending}`;
}
