import 'server-only';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { fileLimits } from '#domain/submission-files';
import { type FormValues, groupValues } from '#lib/form-values';

/** What is taken of one form; everything beyond is read past, so that the browser gets its answer. */
const uploadLimits = {
  /** One more than an example may hold: then it can be said that there are too many. */
  files: fileLimits.files + 1,
  fileBytes: fileLimits.documentBytes,
  fields: 200,
  fieldBytes: 20_000,
  /** Of the whole form: all files at their largest, with room. */
  bytes: (fileLimits.files + 2) * fileLimits.documentBytes,
} as const;

/** A file as it came, in a folder for what is not judged yet. */
export type ReceivedFile = {
  /** As the officer's computer calls it. */
  name: string;
  path: string;
  size: number;
  /** SHA-256. */
  digest: Uint8Array<ArrayBuffer>;
  /** Longer than any file may be: only its beginning is there. */
  isCut: boolean;
};

export type ReceivedForm = { values: FormValues; files: ReceivedFile[] };

type Options = {
  /** Where the files are written; null: their bytes are read past. */
  folder: string | null;
};

/**
 * Reads a form with files piece by piece: the files go to the disk as they come, and no more of them than a few pieces
 * is ever in memory. Null for what is no such form, is far too long, or breaks off.
 */
export async function receiveUpload(request: Request, { folder }: Options): Promise<ReceivedForm | null> {
  const type = request.headers.get('content-type') ?? '';
  const isEncoded = request.headers.has('content-encoding');
  const isLonger = Number(request.headers.get('content-length') ?? 0) > uploadLimits.bytes;
  if (!/^multipart\/form-data\s*;/i.test(type) || isEncoded || isLonger || !request.body) return null;
  const parser = makeParser(type);
  if (!parser) return null;
  const pairs: [string, string][] = [];
  const writing: Promise<ReceivedFile | null>[] = [];
  parser.on('field', (name, value) => pairs.push([name ?? '', value]));
  parser.on('file', (_, stream, name) => {
    if (folder === null) stream.resume();
    else
      writing.push(
        writeFile(stream, { name: nameAsChosen(name ?? ''), path: join(folder, String(writing.length)) }),
      );
  });
  try {
    await pipeline(Readable.fromWeb(request.body as never), countTo(uploadLimits.bytes), parser);
  } catch {
    await Promise.allSettled(writing);
    return null;
  }
  const files = await Promise.all(writing);
  return { values: groupValues(pairs), files: files.filter((file) => file !== null) };
}

function makeParser(type: string) {
  const { files, fileBytes, fields, fieldBytes } = uploadLimits;
  const limits = { files, fields, parts: files + fields, fileSize: fileBytes, fieldSize: fieldBytes };
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { ...limits, fieldNameSize: 100, headerPairs: 20, headerSize: 16_384 },
      // A browser gives every file a name, an empty one where none was chosen; a text has none.
      isPartAFile: (_, __, name) => name !== undefined,
    });
  } catch {
    return null;
  }
}

/** Browsers write a quotation mark and line ends in a name in this way (HTML, multipart/form-data). */
function nameAsChosen(name: string): string {
  return name.replace(/%22/g, '"').replace(/%0[AD]/g, ' ');
}

type Part = Readable & { truncated?: boolean };

/** Null where the browser sent an empty field: no file was chosen. */
async function writeFile(
  stream: Part,
  { name, path }: { name: string; path: string },
): Promise<ReceivedFile | null> {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.byteLength;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(stream, measure, createWriteStream(path, { flags: 'wx' }));
  if (name === '' && size === 0) return null;
  return { name, path, size, digest: new Uint8Array(hash.digest()), isCut: stream.truncated === true };
}

/** Ends what goes on for longer than it said. */
function countTo(most: number): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      length += chunk.byteLength;
      if (length > most) done(new Error('The form is too long.'));
      else done(null, chunk);
    },
  });
}
