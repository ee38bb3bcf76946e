import { type NextRequest, NextResponse } from 'next/server';
import { bestLocale, isLocale } from '#i18n/locales';
import { inertPolicy, pagePolicy, strictTransport } from '#lib/security-headers';
import { isDevelopment } from '#server/platform/mode';

/** Methods that addresses answer to. A route that takes more is added here together with the route. */
const readMethods = ['GET', 'HEAD'];

/** Language routing, methods and security headers. Never authorisation. */
export function proxy(request: NextRequest): NextResponse {
  return withTransportSecurity(request, answer(request));
}

/** Everything but the build's own files, which next.config.ts gives their headers. */
export const config = { matcher: '/((?!_next/).*)' };

function answer(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (!readMethods.includes(request.method)) return refuseMethod();
  const first = pathname.split('/')[1] ?? '';
  if (isLocale(first)) return renderPage(request);
  if (first === 'health' || pathname.includes('.')) return inert(NextResponse.next());
  return redirectToLocale(request);
}

/** A page is rendered with a nonce of its own, which Next takes from the policy on the request. */
function renderPage(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = pagePolicy(nonce, { development: isDevelopment });
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  headers.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
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
