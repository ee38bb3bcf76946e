import 'server-only';
import { Readable } from 'node:stream';
import { partKey, storedParts } from '#domain/image-variants';
import { bodyLength, neverKept } from '#lib/cache-headers';
import { contentDisposition } from '#lib/file-name';
import { filePolicy } from '#lib/security-headers';
import { storage } from '#server/storage/open-storage';

/**
 * What is under an address never changes; that it may be seen can. Nothing is pressed on the way: that gains nothing here,
 * and takes the length away.
 */
const keeping = {
  public: 'public, max-age=3600, no-transform',
  private: 'private, no-store, no-transform',
} as const;

/** A stored file that whoever asks may have. */
export type ServedFile = {
  kind: 'image' | 'document';
  name: string;
  width: number | null;
  storageKey: string;
  /** Anybody may have it. */
  isPublic: boolean;
};

type Asked = { variant: string; method: 'GET' | 'HEAD' };

/** A part of a file as an answer, or that there is none. */
export async function answerFile(file: ServedFile | null, { variant, method }: Asked): Promise<Response> {
  const part = file && storedParts(file).find((one) => one.variant === variant);
  if (!part) return noFile();
  const headers = headersOf(file, part);
  const key = partKey(file.storageKey, variant);
  if (method === 'HEAD') {
    const about = await storage().head(key);
    return about
      ? new Response(null, { headers: { ...headers, [bodyLength]: String(about.size) } })
      : noFile();
  }
  const object = await storage().get(key);
  if (!object) return noFile();
  const body = Readable.toWeb(object.stream) as ReadableStream;
  return new Response(body, { headers: { ...headers, [bodyLength]: String(object.size) } });
}

function headersOf(file: ServedFile, { variant, mediaType }: { variant: string; mediaType: string }) {
  const ending = variant.split('.').at(-1) ?? '';
  const name = `${file.name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.${ending}`;
  return {
    'Cache-Control': file.isPublic ? keeping.public : keeping.private,
    'Content-Type': mediaType,
    'Content-Disposition': contentDisposition(file.kind === 'image' ? 'inline' : 'attachment', name),
    'Content-Security-Policy': filePolicy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

function noFile(): Response {
  return new Response(null, { status: 404, headers: neverKept });
}

/** The answer when it could not be read: the same request may succeed in a while. */
export function fileAway(): Response {
  return new Response(null, { status: 503, headers: { ...neverKept, 'Retry-After': '30' } });
}
