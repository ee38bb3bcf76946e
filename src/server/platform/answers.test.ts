import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { keptForAMinute } from '#lib/cache-headers';
import { watchAnswers } from '#server/platform/answers';
import { beginOutage, endOutage } from '#server/platform/outage';

let server: Server;
let origin: string;

beforeAll(async () => {
  watchAnswers();
  server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://site');
    response.statusCode = Number(searchParams.get('status'));
    response.setHeader('Content-Type', searchParams.get('type') ?? 'text/html; charset=utf-8');
    if (!searchParams.has('plain'))
      response.setHeaders(new Map(Object.entries({ ...keptForAMinute, ETag: 'W/"x"', Vary: 'rsc' })));
    if (searchParams.has('whole')) response.setHeader('X-Whole-Answer', '1');
    if (searchParams.has('length')) response.setHeader('X-Body-Length', '3');
    response.end(searchParams.has('length') ? 'abc' : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const ask = (path: string) => fetch(`${origin}${path}`, { redirect: 'manual' });

test.each([200, 304])(
  'a page answered with %i keeps its tag, apart from those of people with a cookie',
  async (status) => {
    const { headers } = await ask(`/en?status=${status}`);
    expect(headers.get('etag')).toBe('W/"x"');
    expect(headers.get('cache-control')).toContain('s-maxage=60');
    expect(headers.get('vary')).toBe('rsc, Cookie');
  },
);

test.each([307, 308, 404, 500, 503])('a page answered with %i is kept by nobody', async (status) => {
  const { headers } = await ask(`/en?status=${status}`);
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('etag')).toBeNull();
  expect(headers.get('cdn-cache-control')).toBeNull();
});

test('what is for one reader alone is kept by nobody, whatever its route said', async () => {
  const { headers } = await ask('/en/error?status=200');
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('etag')).toBeNull();
});

test('a page drawn from memory is kept by nobody, one drawn after that is', async () => {
  beginOutage();
  const during = ask('/en?status=200');
  expect((await during).headers.get('etag')).toBeNull();
  endOutage();
  expect((await ask('/en?status=200')).headers.get('etag')).toBe('W/"x"');
});

test('the length that a route says is the length of the answer', async () => {
  const { headers } = await ask('/files/x?status=200&plain&length');
  expect(headers.get('content-length')).toBe('3');
  expect(headers.get('x-body-length')).toBeNull();
});

test('what was not for keeping stays as it is', async () => {
  const { headers } = await ask('/en?status=200&plain');
  expect(headers.get('cache-control')).toBeNull();
  expect(headers.get('vary')).toBeNull();
});

test.each([
  ['/fr/about?status=500&plain', '0;url=/fr/error?from=%2Ffr%2Fabout%3Fstatus%3D500%26plain'],
  ['/nowhere?status=500&plain', '0;url=/en/error?from=%2Fnowhere%3Fstatus%3D500%26plain'],
  ['/en/error?status=500&plain', null],
  ['/en/x/save?status=503&plain&whole', null],
  ['/en?status=500&plain&type=text/plain', null],
  ['/en?status=404&plain', null],
])('%s leads to %s', async (path, target) => {
  const { headers } = await ask(path);
  expect(headers.get('refresh')).toBe(target);
  expect(headers.get('x-whole-answer')).toBeNull();
});
