import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { env } from '#server/platform/env';

/** Dots make it an address of no page in any language: proxy.ts answers it with the 404 page. */
const nowhere = '/no.page';

/**
 * Puts right, before Next reads them, the few things in a request that it fails on or answers past proxy.ts. Node tells of
 * each request as it comes in.
 */
export function settleRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const request =
      typeof message === 'object' && message && 'request' in message ? message.request : undefined;
    if (!(request instanceof IncomingMessage)) return;
    // Next fails on TRACE with status 500. As OPTIONS it is refused like every other method that no address takes.
    if (request.method === 'TRACE') request.method = 'OPTIONS';
    request.url = settleAddress(request.url ?? '/');
    settleSender(request);
  });
}

/** An address as a path of this site, whole pages only. */
export function settleAddress(address: string): string {
  const path = address.startsWith('/') ? address : pathOf(address);
  // Next's own form of a page in parts, which proxy.ts would take for the page.
  return /\.rsc(?:$|\?)/.test(path) ? nowhere : path;
}

/**
 * Leaves one address in X-Forwarded-For: that of who asked, as far as our own proxies vouch for it. The rest is what a
 * visitor may have written.
 */
function settleSender({ headers, socket }: IncomingMessage): void {
  const told = String(headers['x-forwarded-for'] ?? '').split(',');
  headers['x-forwarded-for'] = chooseSender(told, socket.remoteAddress ?? '', env().TRUSTED_PROXIES);
}

/** The address of a sender out of those that were told, the nearest last, and that of the connection itself. */
export function chooseSender(told: readonly string[], connected: string, proxies: number): string {
  const known = [...told.map((address) => address.trim()).filter((address) => address !== ''), connected];
  return known[Math.max(0, known.length - 1 - proxies)] ?? connected;
}

/** "http://host/path" may be asked of any server (RFC 9112, 3.2.2); of which host is for the proxy in front to judge. */
function pathOf(address: string): string {
  if (!URL.canParse(address)) return nowhere;
  const { pathname, search } = new URL(address);
  return pathname.startsWith('/') ? `${pathname}${search}` : nowhere;
}
