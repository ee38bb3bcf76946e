import { type NextRequest, NextResponse } from 'next/server';
import { findCanonicalAddress } from '#i18n/canonical-address';
import { bestLocale } from '#i18n/locales';
import { movedForAMinute, neverKept } from '#lib/cache-headers';
import { withoutForeignOrders } from '#lib/inbound-headers';
import { inertPolicy, pagePolicy } from '#lib/security-headers';
import { isDevelopment } from '#server/platform/mode';

type Entries = Readonly<Record<string, string>>;

/** An address that no route matches: Next answers with the 404 page, drawn on the server. */
const nowhere = '/-/no/page';

/** A page is rendered with a nonce of its own, which Next takes from the policy on the request. */
export function drawPage(request: NextRequest, rewriteTo?: string): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = pagePolicy(nonce, { development: isDevelopment });
  const path = `${request.nextUrl.pathname}${request.nextUrl.search}`;
  const orders = { 'content-security-policy': policy, 'x-nonce': nonce, 'x-path': path };
  return withHeaders(pass(request, orders, rewriteTo), { 'Content-Security-Policy': policy });
}

/** The 404 page. */
export function drawNowhere(request: NextRequest): NextResponse {
  return withHeaders(drawPage(request, nowhere), neverKept);
}

/** What is no page: a file, data. */
export function passInert(request: NextRequest): NextResponse {
  return inert(pass(request));
}

/** To the one address of what was asked for. */
export function moveTo(request: NextRequest, address: string, kept: Entries = movedForAMinute): NextResponse {
  return inert(NextResponse.redirect(urlOn(request, address), 308), kept);
}

/** An address without a language goes to the browser's, without a cookie. */
export function moveToLocale(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const locale = bestLocale(request.headers.get('accept-language'));
  const { address } = findCanonicalAddress(`/${locale}${pathname === '/' ? '' : pathname}`, search);
  const response = NextResponse.redirect(urlOn(request, address), 307);
  return inert(response, { ...neverKept, Vary: 'Accept-Language' });
}

export function refuseMethod(methods: readonly string[]): NextResponse {
  return withHeaders(refuse(405), { Allow: methods.join(', ') });
}

export function refuse(status: number): NextResponse {
  return inert(new NextResponse(null, { status }), neverKept);
}

export function withHeaders(response: NextResponse, headers: Entries): NextResponse {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** On to a route, with nothing in the headers that a visitor may not say. */
function pass(request: NextRequest, orders: Entries = {}, rewriteTo?: string): NextResponse {
  const headers = withoutForeignOrders(request.headers);
  for (const [name, value] of Object.entries(orders)) headers.set(name, value);
  const init = { request: { headers } };
  return rewriteTo ? NextResponse.rewrite(new URL(rewriteTo, request.url), init) : NextResponse.next(init);
}

/** On this site whatever the address looks like: a path that begins with two slashes is no other host. */
function urlOn(request: NextRequest, address: string): URL {
  const url = new URL(request.nextUrl.origin);
  const [path = '/', query = ''] = address.split('?');
  url.pathname = path;
  url.search = query;
  return url;
}

function inert(response: NextResponse, headers: Entries = {}): NextResponse {
  return withHeaders(response, { ...headers, 'Content-Security-Policy': inertPolicy });
}
