import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { hostileRequests } from '#tests/support/hostile-urls';
import { sendHostile, timeAlone } from '#tests/support/send-hostile';

// The full measure, twenty thousand and none slower than a second, is tests/bench/hostile-urls.ts.
test('hundreds of random and hostile addresses: no error of the server, and none slow', async ({
  baseURL,
}) => {
  test.setTimeout(120_000);
  const outcome = await sendHostile(baseURL ?? '', hostileRequests(400, 7));
  expect(outcome.failures).toEqual([]);
  expect(outcome.sent).toBeGreaterThanOrEqual(400);
  for (const request of outcome.slow)
    expect(await timeAlone(baseURL ?? '', request), request.path).toBeLessThan(1_000);
});

test('names that objects have by nature are no parameters, also where nothing is moved', async ({
  request,
}) => {
  for (const query of [
    '__proto__=a&sort=b',
    '__proto__=a&__proto__=b',
    'constructor=x',
    'page=1&__proto__=b&sort=a',
  ]) {
    const response = await request.get(`/en?${query}`, { headers: { 'next-router-prefetch': '1' } });
    expect(response.status(), query).toBe(200);
  }
});

const lines = [
  'GET http://example.org/en HTTP/1.1',
  'GET //example.org/en HTTP/1.1',
  'GET /en?q=a b HTTP/1.1',
  'GET * HTTP/1.1',
  'GET /en#x HTTP/1.1',
  'GET \\en HTTP/1.1',
  'FOO /en HTTP/1.1',
  'TRACE /en HTTP/1.1',
  'CONNECT /en HTTP/1.1',
  'GET /en HTTP/9.9',
  `GET /${'a'.repeat(20_000)} HTTP/1.1`,
];

for (const line of lines) {
  test(`“${line.slice(0, 40)}” is no error of the server either`, async ({ baseURL }) => {
    const { host, port, hostname } = new URL(baseURL ?? '');
    const answer = await sendRaw(
      hostname,
      Number(port),
      `${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    );
    // An empty answer is a connection that was closed: fine for what is not HTTP.
    expect(answer).toMatch(/^(HTTP\/1\.1 [234]\d\d |$)/);
    expect(answer).not.toMatch(/^location: *(https?:)?\/\/example\.org/im);
  });
}

test('what a visitor says about hosts and rewritten addresses changes nothing', async ({ request }) => {
  const plain = await request.get('/en/about');
  const foreign = await request.get('/en/about', {
    headers: {
      'x-forwarded-host': 'example.org',
      'x-original-url': '/en/error',
      'x-matched-path': '/en/error',
    },
  });
  expect(foreign.status()).toBe(200);
  expect(foreign.headers().etag).toBe(plain.headers().etag);
  expect(await foreign.text()).not.toContain('example.org');
  const moved = await request.get('/EN', { headers: { 'x-forwarded-host': 'example.org' }, maxRedirects: 0 });
  expect(moved.headers().location).toBe('/en');
});

test('pages are not to be had past the proxy, as data of a build', async ({ request, page }) => {
  await page.goto('/en');
  for (const path of [
    '/_next/data/x/en.json',
    '/_next/data/x/en/about.json',
    '/en.rsc',
    '/en/about.rsc',
    '/en.txt',
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

function sendRaw(host: string, port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host, port }, () => socket.write(text));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
}
