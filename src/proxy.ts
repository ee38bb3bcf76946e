import { type NextRequest, NextResponse } from 'next/server';
import { bestLocale, isLocale, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { inertPolicy, pagePolicy, strictTransport } from '#lib/security-headers';
import { findPracticeAddress } from '#server/catalogue/queries/address';
import { listCollections, listContentPages } from '#server/pages/queries';
import { isDevelopment } from '#server/platform/mode';

/** Methods that addresses answer to. A route that takes more is added here together with the route. */
const readMethods = ['GET', 'HEAD'];

/** What is served beside the pages: the files of public/ and those that Next makes from src/app. */
const files = new Set([
  '/robots.txt',
  '/sitemap.xml',
  '/map-europe.svg',
  '/icon.svg',
  '/favicon.ico',
  '/apple-icon.png',
]);

/** An address that no route matches: Next answers with the 404 page, drawn on the server. */
const nowhere = '/-/no/page';

/**
 * Languages, methods, security headers, and whether an address leads anywhere. Never authorisation. Next draws the 404 page
 * on the server only for an address that no route matches, so what is missing has to be known here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  return withTransportSecurity(request, await answer(request));
}

/** Everything but the build's own files, which next.config.ts gives their headers. */
export const config = { matcher: '/((?!_next/).*)' };

async function answer(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (!readMethods.includes(request.method)) return refuseMethod();
  if (pathname.length > 1 && pathname.endsWith('/')) return redirectToBarePath(request);
  const [, first = '', ...rest] = pathname.split('/');
  if (isLocale(first)) return (await answerFromAddress(request, first, rest)) ?? renderPage(request);
  if (files.has(pathname)) return inert(NextResponse.next());
  return pathname.includes('.') ? renderPage(request, nowhere) : redirectToLocale(request);
}

/** What is known from the address alone: it moved, or leads nowhere. Null when a page is to be drawn. */
async function answerFromAddress(
  request: NextRequest,
  locale: Locale,
  path: string[],
): Promise<NextResponse | null> {
  const [first, slug, language, ...more] = path;
  if (first === undefined || first === 'error' || first === '') return null;
  if (first !== 'practices')
    return (await isContent(first, path.slice(1))) ? null : renderPage(request, nowhere);
  if (!slug || more.length > 0) return renderPage(request, nowhere);
  // When the database is away, the page says so itself.
  const address = await findPracticeAddress(slug, language).catch(() => null);
  if (address?.found === 'none') return renderPage(request, nowhere);
  if (address?.found !== 'moved') return null;
  return inert(
    NextResponse.redirect(new URL(practicePath(locale, address.slug, language), request.url), 308),
  );
}

/** A page or a collection of `content/`. The introduction is a part of the listing, not a page of its own. */
async function isContent(first: string, [slug, ...more]: string[]): Promise<boolean> {
  if (more.length > 0) return false;
  if (first === 'collections') return slug !== undefined && (await listCollections()).includes(slug);
  return slug === undefined && first !== 'introduction' && (await listContentPages()).includes(first);
}

/** A page is rendered with a nonce of its own, which Next takes from the policy on the request. */
function renderPage(request: NextRequest, rewriteTo?: string): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = pagePolicy(nonce, { development: isDevelopment });
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  headers.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const init = { request: { headers } };
  const response = rewriteTo
    ? NextResponse.rewrite(new URL(rewriteTo, request.url), init)
    : NextResponse.next(init);
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

/** One address a page: without a slash at the end. */
function redirectToBarePath(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone();
  url.pathname = url.pathname.replace(/\/+$/, '') || '/';
  return inert(NextResponse.redirect(url, 308));
}

/** An address without a language goes to the browser's, without a cookie. */
function redirectToLocale(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone();
  const locale = bestLocale(request.headers.get('accept-language'));
  url.pathname = url.pathname === '/' ? `/${locale}` : `/${locale}${url.pathname}`;
  const response = NextResponse.redirect(url, 307);
  response.headers.set('Vary', 'Accept-Language');
  return inert(response);
}

function refuseMethod(): NextResponse {
  return inert(new NextResponse(null, { status: 405, headers: { Allow: readMethods.join(', ') } }));
}

function inert(response: NextResponse): NextResponse {
  response.headers.set('Content-Security-Policy', inertPolicy);
  return response;
}

function withTransportSecurity(request: NextRequest, response: NextResponse): NextResponse {
  const protocol = request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol.replace(':', '');
  if (protocol === 'https') response.headers.set('Strict-Transport-Security', strictTransport);
  return response;
}
