import { type NextRequest, NextResponse } from 'next/server';
import { neverKept } from '#lib/cache-headers';
import { hasEntity, makeEntityTag } from '#lib/entity-tag';
import { asksForAPart, isAnonymous } from '#lib/inbound-headers';
import { withHeaders } from '#proxy/respond';
import { contentStamp } from '#server/pages/stamp';
import { buildId } from '#server/platform/build';
import { siteUrl } from '#server/platform/env';
import { showsMachineDrafts } from '#server/platform/machine-drafts';

/** The answer with a tag, or a 304 before anything is read or drawn for a reader who has it already. */
export async function answerUnlessKnown(
  request: NextRequest,
  tag: string | null,
  kept: Readonly<Record<string, string>>,
  make: () => NextResponse | Promise<NextResponse>,
): Promise<NextResponse> {
  const keeping = tag ? { ...kept, ETag: tag } : neverKept;
  // Without a policy: the reader's copy has one, with the nonce that its scripts carry.
  if (tag && hasEntity(request.headers.get('if-none-match'), tag))
    return new NextResponse(null, { status: 304, headers: keeping });
  const response = await make();
  return response.headers.has('Cache-Control') ? response : withHeaders(response, keeping);
}

/**
 * What a page is now, as a tag. Null when the answer is for one reader alone, in development, and when the database
 * does not say which version of the catalogue is public. Texts speak of "this year", so a new day is a new text.
 */
export async function tagPage(
  { headers }: NextRequest,
  address: string,
  version: string | null,
): Promise<string | null> {
  const build = buildId();
  if (!build || !version || !isAnonymous(headers) || asksForAPart(headers)) return null;
  const day = new Date().toISOString().slice(0, 10);
  const drafts = showsMachineDrafts() ? 'drafts' : '';
  return makeEntityTag([build, siteUrl(), await contentStamp(), version, day, drafts, address]);
}

/** A file is the same as long as the build is, on every instance. */
export function tagFile(pathname: string): string | null {
  const build = buildId();
  return build && makeEntityTag([build, siteUrl(), pathname]);
}
