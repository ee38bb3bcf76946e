import { Readable } from 'node:stream';
import { partKey, storedParts } from '#domain/image-variants';
import { bodyLength, neverKept } from '#lib/cache-headers';
import { contentDisposition } from '#lib/file-name';
import { filePolicy } from '#lib/security-headers';
import { currentPerson } from '#server/accounts/session';
import { logSurprise } from '#server/platform/log';
import { storage } from '#server/storage/open-storage';
import { readServedFile, type ServedFile } from '#server/submissions/queries/files';

/**
 * What is under an address never changes; that it may be seen can. Nothing is pressed on the way: that gains nothing here,
 * and takes the length away.
 */
const keeping = {
  public: 'public, max-age=3600, no-transform',
  private: 'private, no-store, no-transform',
} as const;

type Context = RouteContext<'/files/[fileId]/[variant]'>;

/** A part of a file: to everybody when the example is published, before that to those who may read it. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return guard(request, async () => {
    const found = await find(context);
    const object = found && (await storage().get(found.key));
    if (!object) return missing();
    const body = Readable.toWeb(object.stream) as ReadableStream;
    return new Response(body, { headers: headersOf(found, object.size) });
  });
}

/** The same, without the file. */
export async function HEAD(request: Request, context: Context): Promise<Response> {
  return guard(request, async () => {
    const found = await find(context);
    const about = found && (await storage().head(found.key));
    return about ? new Response(null, { headers: headersOf(found, about.size) }) : missing();
  });
}

type Found = { file: ServedFile; variant: string; mediaType: string; key: string };

async function find(context: Context): Promise<Found | null> {
  const { fileId, variant } = await context.params;
  const file = await readServedFile(fileId, async () => (await currentPerson())?.actor ?? null);
  const part = file && storedParts(file).find((one) => one.variant === variant);
  return part ? { file, ...part, key: partKey(file.storageKey, variant) } : null;
}

function headersOf({ file, variant, mediaType }: Found, size: number): HeadersInit {
  const ending = variant.split('.').at(-1) ?? '';
  const name = `${file.name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.${ending}`;
  return {
    'Cache-Control': file.isPublic ? keeping.public : keeping.private,
    'Content-Type': mediaType,
    [bodyLength]: String(size),
    'Content-Disposition': contentDisposition(file.kind === 'image' ? 'inline' : 'attachment', name),
    'Content-Security-Policy': filePolicy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

function missing(): Response {
  return new Response(null, { status: 404, headers: neverKept });
}

async function guard(request: Request, read: () => Promise<Response>): Promise<Response> {
  try {
    return await read();
  } catch (error) {
    logSurprise(error, new URL(request.url).pathname);
    return new Response(null, { status: 503, headers: { ...neverKept, 'Retry-After': '30' } });
  }
}
