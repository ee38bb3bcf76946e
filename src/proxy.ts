import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state';
import { type NextRequest, NextResponse } from 'next/server';
import { findCanonicalAddress } from '#i18n/canonical-address';
import { bestLocale, isLocale, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { keptForADay, keptForAMinute, movedForAMinute, neverKept } from '#lib/cache-headers';
import { hasEntity, makeEntityTag } from '#lib/entity-tag';
import { asksForAPart, isAnonymous, withoutForeignOrders } from '#lib/inbound-headers';
import { inertPolicy, pagePolicy, strictTransport } from '#lib/security-headers';
import { lookUpPath, type Seen } from '#server/catalogue/queries/address';
import { publicVersion } from '#server/catalogue/queries/version';
import { listCollections, listContentPages } from '#server/pages/queries';
import { contentStamp } from '#server/pages/stamp';
import { buildId } from '#server/platform/build';
import { siteUrl } from '#server/platform/env';
import { isDevelopment } from '#server/platform/mode';

/** Methods that addresses answer to. A route that takes more is added here together with the route. */
const readMethods = ['GET', 'HEAD'];

/** The files of public/ and those that Next makes from src/app: they change with a build alone. */
const files = new Set(['/robots.txt', '/map-europe.svg', '/icon.svg', '/favicon.ico', '/apple-icon.png']);

/** What is neither a page nor a file, and says itself whether it may be kept. */
const services = new Set(['/api/suggest', '/health/live', '/health/ready']);

/** An address that no route matches: Next answers with the 404 page, drawn on the server. */
const nowhere = '/-/no/page';

/**
 * Languages, methods, security headers, one address for each page, what may be kept, and whether an address leads
 * anywhere. Never authorisation. Next draws the 404 page on the server only for an address that no route matches, so
 * what is missing has to be known here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  return withTransportSecurity(request, await answer(request));
}

/** Everything but the build's own files, which next.config.ts gives their headers. */
export const config = { matcher: '/((?!_next/static/).*)' };

async function answer(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (!readMethods.includes(request.method)) return refuseMethod();
  if (!hasReadableState(request.headers)) return refuse(400);
  // Pages are not to be had as data, nor images in other sizes; in development its tools live there.
  if (pathname.startsWith('/_next/')) return isDevelopment ? NextResponse.next() : drawNowhere(request);
  if (files.has(pathname))
    return answerUnlessKnown(request, tagFile(pathname), keptForADay, async () => inert(pass(request)));
  if (services.has(pathname)) return inert(pass(request));
  if (pathname === '/sitemap.xml')
    return answerUnlessKnown(
      request,
      await tagPage(request, pathname, await publicVersion(new Date())),
      keptForAMinute,
      async () => inert(pass(request)),
    );
  const { address, asked } = findCanonicalAddress(pathname, search);
  // Next's own scripts add a parameter of theirs to what they ask for.
  if (!asked && !asksForAPart(request.headers)) return moveTo(request, address);
  const [, first = '', ...rest] = pathname.split('/');
  if (!isLocale(first)) return pathname.includes('.') ? drawNowhere(request) : moveToLocale(request);
  if (rest[0] === 'error') return drawPage(request);
  const seen = await lookUpPath(rest, new Date());
  return answerUnlessKnown(request, await tagPage(request, address, seen.version), keptForAMinute, () =>
    answerPage(request, first, rest, seen),
  );
}

/** The answer with a tag, or a 304 before anything is read or drawn for a reader who has it already. */
async function answerUnlessKnown(
  request: NextRequest,
  tag: string | null,
  kept: Readonly<Record<string, string>>,
  make: () => Promise<NextResponse>,
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
async function tagPage(
  { headers }: NextRequest,
  address: string,
  version: string | null,
): Promise<string | null> {
  const build = buildId();
  if (!build || !version || !isAnonymous(headers) || asksForAPart(headers)) return null;
  const now = new Date();
  const day = now.toISOString().slice(0, 10);
  return makeEntityTag([build, siteUrl(), await contentStamp(now), version, day, address]);
}

/** A file is the same as long as the build is, on every instance. */
function tagFile(pathname: string): string | null {
  const build = buildId();
  return build && makeEntityTag([build, siteUrl(), pathname]);
}

/** What is known from the address alone: a page is there, it moved, or there is nothing. */
async function answerPage(
  request: NextRequest,
  locale: Locale,
  path: string[],
  { version, practice }: Seen,
): Promise<NextResponse> {
  const [first, slug, language, ...more] = path;
  if (first === undefined || first === '') return drawPage(request, version);
  if (first !== 'practices')
    return (await isContent(first, path.slice(1))) ? drawPage(request, version) : drawNowhere(request);
  if (!slug || more.length > 0 || practice?.found === 'none') return drawNowhere(request);
  if (practice?.found === 'moved') return moveTo(request, practicePath(locale, practice.slug, language));
  return drawPage(request, version);
}

/** A page or a collection of `content/`. The introduction is a part of the listing, not a page of its own. */
async function isContent(first: string, [slug, ...more]: string[]): Promise<boolean> {
  if (more.length > 0) return false;
  if (first === 'collections') return slug !== undefined && (await listCollections()).includes(slug);
  return slug === undefined && first !== 'introduction' && (await listContentPages()).includes(first);
}

/** A page is rendered with a nonce of its own, which Next takes from the policy on the request. */
function drawPage(request: NextRequest, version: string | null = null, rewriteTo?: string): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = pagePolicy(nonce, { development: isDevelopment });
  const path = `${request.nextUrl.pathname}${request.nextUrl.search}`;
  const catalogue: Record<string, string> = version === null ? {} : { 'x-catalogue': version };
  const orders = { 'content-security-policy': policy, 'x-nonce': nonce, 'x-path': path, ...catalogue };
  return withHeaders(pass(request, orders, rewriteTo), { 'Content-Security-Policy': policy });
}

function drawNowhere(request: NextRequest): NextResponse {
  return withHeaders(drawPage(request, null, nowhere), neverKept);
}

/** On to a route, with nothing in the headers that a visitor may not say. */
function pass(
  request: NextRequest,
  orders: Readonly<Record<string, string>> = {},
  rewriteTo?: string,
): NextResponse {
  const headers = withoutForeignOrders(request.headers);
  for (const [name, value] of Object.entries(orders)) headers.set(name, value);
  const init = { request: { headers } };
  return rewriteTo ? NextResponse.rewrite(new URL(rewriteTo, request.url), init) : NextResponse.next(init);
}

/** To the one address of what was asked for. */
function moveTo(request: NextRequest, address: string): NextResponse {
  return inert(NextResponse.redirect(urlOn(request, address), 308), movedForAMinute);
}

/** On this site whatever the address looks like: a path that begins with two slashes is no other host. */
function urlOn(request: NextRequest, address: string): URL {
  const url = new URL(request.nextUrl.origin);
  const [path = '/', query = ''] = address.split('?');
  url.pathname = path;
  url.search = query;
  return url;
}

/** An address without a language goes to the browser's, without a cookie. */
function moveToLocale(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const locale = bestLocale(request.headers.get('accept-language'));
  const { address } = findCanonicalAddress(`/${locale}${pathname === '/' ? '' : pathname}`, search);
  const response = NextResponse.redirect(urlOn(request, address), 307);
  return inert(response, { ...neverKept, Vary: 'Accept-Language' });
}

function refuseMethod(): NextResponse {
  return withHeaders(refuse(405), { Allow: readMethods.join(', ') });
}

function refuse(status: number): NextResponse {
  return inert(new NextResponse(null, { status }), neverKept);
}

/** What Next's own scripts say about the page they are on: Next answers 500 to what it cannot read there. */
function hasReadableState(headers: Headers): boolean {
  try {
    parseAndValidateFlightRouterState(headers.get('next-router-state-tree') ?? undefined);
    return true;
  } catch {
    return false;
  }
}

function inert(response: NextResponse, headers: Readonly<Record<string, string>> = {}): NextResponse {
  return withHeaders(response, { ...headers, 'Content-Security-Policy': inertPolicy });
}

function withHeaders(response: NextResponse, headers: Readonly<Record<string, string>>): NextResponse {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function withTransportSecurity(request: NextRequest, response: NextResponse): NextResponse {
  const protocol = request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol.replace(':', '');
  if (protocol === 'https') response.headers.set('Strict-Transport-Security', strictTransport);
  return response;
}
