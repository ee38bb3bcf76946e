import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import { defaultLocale, isLocale } from '#i18n/locales';
import { findSection } from '#i18n/sections';
import { bodyLength, neverKept, pageStatus, wholeAnswer } from '#lib/cache-headers';
import { isAway, isFreshSince, outageMark } from '#server/platform/outage';

/** How long an outage is left alone before somebody asks again. */
const retryAfterSeconds = 10;

/**
 * Looks at every answer just before it begins, when its status is known, for what Next offers no place to do. Node tells
 * of each request as it comes in.
 */
export function watchAnswers(): void {
  subscribe('http.server.request.start', (message) => {
    if (!isStart(message)) return;
    const { request, response } = message;
    const mark = outageMark();
    response.writeHead = new Proxy(response.writeHead, {
      apply(writeHead, self, args: unknown[]) {
        // A fault of the moment, which a crawler takes for one.
        if (args[0] === 500 && isAway()) args[0] = 503;
        settleStatus(response, args);
        const status = typeof args[0] === 'number' ? args[0] : response.statusCode;
        settleLength(response);
        if (findSection(pathOf(request))) keepNowhere(response);
        else settleKeeping(response, isFreshSince(mark) && (status === 200 || status === 304));
        if (status === 503 && isAway()) response.setHeader('Retry-After', retryAfterSeconds);
        if (status >= 500 && !response.hasHeader(wholeAnswer)) leadToErrorPage(request, response);
        response.removeHeader(wholeAnswer);
        if (status === 404) leadToMissingPage(request, response);
        return Reflect.apply(writeHead, self, args);
      },
    });
  });
}

/**
 * A page's tag and its minute in a cache go with that page alone. They are set before it is drawn; a page that then
 * fails, moves, is missing, or was drawn from memory would take them along.
 */
function settleKeeping(response: ServerResponse, isGood: boolean): void {
  if (!response.hasHeader('CDN-Cache-Control')) return;
  if (isGood) {
    // Who has a cookie is given another answer. Next writes over this header while it draws. One line, since there are
    // caches that read one only.
    const varying = [response.getHeader('Vary') ?? []].flat().map(String);
    if (!varying.some((names) => /\bcookie\b/i.test(names))) varying.push('Cookie');
    response.setHeader('Vary', varying.join(', '));
    return;
  }
  keepNowhere(response);
}

/** Next leaves out the length a route gives its answer, since it may be pressed on the way. What says it here is not. */
function settleLength(response: ServerResponse): void {
  const length = response.getHeader(bodyLength);
  if (length === undefined) return;
  response.removeHeader(bodyLength);
  response.setHeader('Content-Length', length);
}

/** A page of which the proxy knows that what stood there is gone. One that is missing or fails says so itself. */
function settleStatus(response: ServerResponse, args: unknown[]): void {
  const status = Number(response.getHeader(pageStatus));
  response.removeHeader(pageStatus);
  if (status && args[0] === 200) args[0] = status;
}

/** What is for one reader alone is kept by nobody, whatever its route said. */
function keepNowhere(response: ServerResponse): void {
  for (const name of ['ETag', 'CDN-Cache-Control']) response.removeHeader(name);
  for (const [name, value] of Object.entries(neverKept)) response.setHeader(name, value);
}

/** A page that fails while it is drawn is an empty document, which only a script could fill: on to the plain page. */
function leadToErrorPage(request: IncomingMessage, response: ServerResponse): void {
  const { url = '/' } = request;
  const [, first = '', second] = pathOf(request).split('/');
  if (second === 'error' || !String(response.getHeader('Content-Type')).startsWith('text/html')) return;
  const locale = isLocale(first) ? first : defaultLocale;
  const why: Record<string, string> = isAway() ? { away: '1' } : {};
  const query = new URLSearchParams({ ...why, from: url.slice(0, 2_000) });
  response.setHeader('Refresh', `0;url=/${locale}/error?${query}`);
}

/** The same for what a page of a section found to be missing: on to an address that is known to be of nothing. */
function leadToMissingPage(request: IncomingMessage, response: ServerResponse): void {
  const [, first = ''] = pathOf(request).split('/');
  const isPage = String(response.getHeader('Content-Type')).startsWith('text/html');
  if (!isPage || request.method !== 'GET' || !findSection(pathOf(request)) || !isLocale(first)) return;
  response.setHeader('Refresh', `0;url=/${first}/missing`);
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?')[0] ?? '/';
}

function isStart(message: unknown): message is { request: IncomingMessage; response: ServerResponse } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'request' in message &&
    message.request instanceof IncomingMessage &&
    'response' in message &&
    message.response instanceof ServerResponse
  );
}
