import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

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
  });
}

/** An address as a path of this site, whole pages only. */
export function settleAddress(address: string): string {
  const path = address.startsWith('/') ? address : pathOf(address);
  // Next's own form of a page in parts, which proxy.ts would take for the page.
  return /\.rsc(?:$|\?)/.test(path) ? nowhere : path;
}

/** "http://host/path" may be asked of any server (RFC 9112, 3.2.2); of which host is for the proxy in front to judge. */
function pathOf(address: string): string {
  if (!URL.canParse(address)) return nowhere;
  const { pathname, search } = new URL(address);
  return pathname.startsWith('/') ? `${pathname}${search}` : nowhere;
}
