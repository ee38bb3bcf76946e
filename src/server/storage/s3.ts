import 'server-only';
import { Readable } from 'node:stream';
import { S3mini } from 's3mini';
import { checkKey, type Storage } from '#server/storage/storage';

/** The longest an answer may take: a document of 25 MB over a slow line, with room. */
const patience = 120_000;

/**
 * Keeps files in a bucket of an S3 service. The address names all of it: `https://key:secret@host/bucket?region=eu`,
 * key and secret percent-encoded.
 */
export function openS3(address: string): Storage {
  const bucket = connect(address);
  return {
    put: async (key, stream, { size, mediaType }) => {
      checkKey(key);
      const body = Readable.toWeb(stream) as ReadableStream;
      try {
        const response = await bucket.putObject(key, body, mediaType, undefined, undefined, size);
        await response.body?.cancel();
      } catch (error) {
        // S3 itself keeps whole objects only; not every server that speaks its language does.
        await bucket.deleteObject(key).catch(() => {});
        throw error;
      }
    },
    get: async (key) => {
      const response = await bucket.getObjectResponse(checkKey(key));
      if (!response?.body) return null;
      return { size: sizeOf(response), stream: Readable.from(response.body) };
    },
    head: async (key) => {
      const isThere = await bucket.objectExists(checkKey(key));
      return isThere ? { size: await bucket.getContentLength(key) } : null;
    },
    delete: async (key) => {
      await bucket.deleteObject(checkKey(key));
    },
  };
}

function connect(address: string): S3mini {
  const url = new URL(address);
  const accessKeyId = decodeURIComponent(url.username);
  const secretAccessKey = decodeURIComponent(url.password);
  const region = url.searchParams.get('region') ?? 'auto';
  const endpoint = `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`;
  return new S3mini({
    accessKeyId,
    secretAccessKey,
    endpoint,
    region,
    requestAbortTimeout: patience,
    // Node sends a stream only when told that nothing is read meanwhile.
    fetch: (input, init) => fetch(input, { ...init, duplex: 'half' } as RequestInit),
  });
}

function sizeOf(response: Response): number {
  const size = Number(response.headers.get('content-length') ?? Number.NaN);
  if (!Number.isSafeInteger(size)) throw new Error('The storage does not say how large an object is.');
  return size;
}
