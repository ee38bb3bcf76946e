import { gzipSync } from 'node:zlib';
import { fetchPage } from '#tests/bench/capture-markup';

/** Bytes as a browser with gzip gets them. */
export type PageBytes = { html: number; rawHtml: number; js: number };

const script = /<script[^>]+src="([^"]+)"/g;

/** The bytes of a page and of all scripts it asks for; what browsers without modules get is left out. */
export async function measureBytes(origin: string, path: string): Promise<PageBytes> {
  const html = await fetchPage(origin + path);
  const wanted = [...html.matchAll(script)].filter(([tag]) => !/nomodule/i.test(tag));
  const addresses = new Set(wanted.map(([, src]) => new URL(src ?? '', origin).href));
  const sizes = await Promise.all(
    [...addresses].map(async (address) => {
      const response = await fetch(address);
      return gzipSync(Buffer.from(await response.arrayBuffer())).byteLength;
    }),
  );
  return {
    rawHtml: Buffer.byteLength(html),
    html: gzipSync(html).byteLength,
    js: sizes.reduce((sum, size) => sum + size, 0),
  };
}
