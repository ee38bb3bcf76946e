import 'server-only';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';

type Ask = {
  url: URL;
  method: 'HEAD' | 'GET';
  /** The IP address that is connected to, whatever the name in the URL would mean a moment later. */
  address: string;
  userAgent: string;
  signal: AbortSignal;
};
type Said = { status: number; location: string | null };

/** Sends one request to one address and takes the head of the answer; its body is not read. Throws when there is none. */
export function askAddress({ url, method, address, userAgent, signal }: Ask): Promise<Said> {
  const isSecure = url.protocol === 'https:';
  const host = hostOf(url);
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).request({
      ...{ host: address, port: url.port || (isSecure ? 443 : 80), path: `${url.pathname}${url.search}` },
      ...{ method, signal, agent: false },
      // The certificate has to be that of the name, not of the address.
      ...(isSecure && { servername: isIP(host) ? '' : host }),
      headers: { Host: url.host, 'User-Agent': userAgent, Accept: '*/*', Connection: 'close' },
    });
    request.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null });
      response.destroy();
    });
    request.on('error', reject);
    request.end();
  });
}

/** The name or the bare IP address of a URL. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}
