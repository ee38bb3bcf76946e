import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state';
import type { NextRequest, NextResponse } from 'next/server';
import { findCanonicalAddress } from '#i18n/canonical-address';
import { isLocale } from '#i18n/locales';
import { findSection, isFeed, isSentFile, isService, methodsOf, readMethods } from '#i18n/sections';
import { isOneClick } from '#i18n/wish-paths';
import { keptForADay, keptForAMinute, neverKept, pageStatus } from '#lib/cache-headers';
import { asksForAPart } from '#lib/inbound-headers';
import { isFromThisSite } from '#lib/same-origin';
import { filePolicy, strictTransport } from '#lib/security-headers';
import { answerUnlessKnown, tagFile, tagPage } from '#proxy/answer-unless-known';
import { findPage } from '#proxy/find-page';
import {
  drawNowhere,
  drawPage,
  moveTo,
  moveToLocale,
  passInert,
  refuse,
  refuseMethod,
  withHeaders,
} from '#proxy/respond';
import { lookUpPath } from '#server/catalogue/queries/address';
import { publicVersion } from '#server/catalogue/queries/version';
import { siteUrl } from '#server/platform/env';
import { isDevelopment } from '#server/platform/mode';

/** The files of public/ and those that Next makes from src/app: they change with a build alone. */
const files = new Set(['/robots.txt', '/map-europe.svg', '/icon.svg', '/favicon.ico', '/apple-icon.png']);

/**
 * Languages, methods, security headers, one address for each page, what may be kept, and whether an address leads
 * anywhere. Never authorisation. Next draws the 404 page on the server only for an address that no route matches, so
 * what is missing has to be known here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  return withTransportSecurity(request, refuseUnfit(request) ?? (await answer(request)));
}

/**
 * Everything but the build's own files, which next.config.ts gives their headers, and forms with files: whatever passes
 * here is held in memory as a whole, and cut off at 10 MB. Their routes ask themselves where a form comes from.
 */
export const config = {
  matcher: '/((?!_next/static/|[^/]+/submissions/[^/]+/files/save$|[^/]+/submissions/import/read$).*)',
};

/** What no address answers to, whatever it is. */
function refuseUnfit({ method, headers, nextUrl }: NextRequest): NextResponse | null {
  const methods = methodsOf(nextUrl.pathname);
  if (!methods.includes(method)) return refuseMethod(methods);
  // The one place where this is asked, for every form, action and service.
  const isOurs = readMethods.includes(method) || isFromThisSite(headers, siteUrl());
  if (!isOurs && !isOneClick(nextUrl.pathname)) return refuse(403);
  return hasReadableState(headers) ? null : refuse(400);
}

async function answer(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  // Pages are not to be had as data, nor images in other sizes; in development its tools live there.
  if (pathname.startsWith('/_next/')) return isDevelopment ? passInert(request) : drawNowhere(request);
  if (files.has(pathname))
    return answerUnlessKnown(request, tagFile(pathname), keptForADay, () => passInert(request));
  if (isService(pathname)) return passInert(request);
  if (isSentFile(pathname)) return withHeaders(passInert(request), { 'Content-Security-Policy': filePolicy });
  if (pathname === '/sitemap.xml' || isFeed(pathname))
    return answerUnlessKnown(
      request,
      await tagPage(request, pathname, await publicVersion()),
      keptForAMinute,
      () => passInert(request),
    );
  return findSection(pathname) ? answerForOne(request) : answerForAll(request);
}

/** A page of a section that is for one reader alone. Whether there is one, and for whom, its route knows. */
function answerForOne(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const { address, asked } = findCanonicalAddress(pathname, search);
  return asked ? withHeaders(drawPage(request), neverKept) : moveTo(request, address, neverKept);
}

/** A page that anybody may read, at its one address. */
async function answerForAll(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const { address, asked } = findCanonicalAddress(pathname, search);
  // Next's own scripts add a parameter of theirs to what they ask for.
  if (!asked && !asksForAPart(request.headers)) return moveTo(request, address);
  const [, locale = '', ...path] = pathname.split('/');
  if (!isLocale(locale)) return pathname.includes('.') ? drawNowhere(request) : moveToLocale(request);
  // Asked once, for the tag, for the address and for the page.
  const seen = await lookUpPath(path);
  const tag = await tagPage(request, address, seen.version);
  return answerUnlessKnown(request, tag, keptForAMinute, async () => {
    const page = await findPage(locale, path, seen);
    if (page.found === 'moved') return moveTo(request, page.address);
    if (page.found === 'none') return drawNowhere(request);
    if (page.found === 'page') return drawPage(request, seen.version);
    // Whatever was below its address is gone with it.
    const gone = drawPage(request, seen.version, `/${locale}/practices/${path[1]}`);
    return withHeaders(gone, { ...neverKept, [pageStatus]: '410' });
  });
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

function withTransportSecurity(request: NextRequest, response: NextResponse): NextResponse {
  const protocol = request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol.replace(':', '');
  if (protocol === 'https') response.headers.set('Strict-Transport-Security', strictTransport);
  return response;
}
