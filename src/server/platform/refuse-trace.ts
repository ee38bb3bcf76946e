import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

/**
 * Next fails on TRACE before proxy.ts sees the request, with status 500 and without the security headers. As OPTIONS it is
 * refused there like every other method that no address takes.
 */
export function refuseTrace(): void {
  subscribe('http.server.request.start', (message) => {
    const request =
      typeof message === 'object' && message && 'request' in message ? message.request : undefined;
    if (request instanceof IncomingMessage && request.method === 'TRACE') request.method = 'OPTIONS';
  });
}
