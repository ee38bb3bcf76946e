import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeLinkChecker } from '#server/jobs/links/check-link';
import { isPublicAddress } from '#server/jobs/links/public-address';

/** Stands for the open internet; 127.0.0.1 for what lies inside this network. */
const outside = '127.0.0.2';
const userAgent = 'links of a test';

type Seen = { method: string; path: string; host: string; agent: string; at: number };
let seen: Seen[] = [];
let seenInside = 0;
let answer: http.RequestListener = (_, response) => response.end();
const site = http.createServer((request, response) => {
  const { method = '', url: path = '', headers } = request;
  seen.push({
    method,
    path,
    host: headers.host ?? '',
    agent: headers['user-agent'] ?? '',
    at: performance.now(),
  });
  answer(request, response);
});
const inside = http.createServer((_, response) => {
  seenInside += 1;
  response.end('secret');
});
let port: number;
let insidePort: number;

beforeAll(async () => {
  await Promise.all([
    once(site.listen(0, outside), 'listening'),
    once(inside.listen(0, '127.0.0.1'), 'listening'),
  ]);
  port = portOf(site);
  insidePort = portOf(inside);
});
afterAll(() => {
  site.closeAllConnections();
  site.close();
  inside.close();
});
beforeEach(() => {
  seen = [];
  seenInside = 0;
});

function portOf(server: http.Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function checker(more: Partial<Parameters<typeof makeLinkChecker>[0]> = {}) {
  return makeLinkChecker({
    ...{ userAgent, everyMs: 0, timeoutMs: 400 },
    allow: (address) => address === outside || isPublicAddress(address),
    resolve: async (host) =>
      host === 'site.example' ? [outside] : host === 'evil.example' ? ['127.0.0.1'] : [],
    ...more,
  });
}
const at = (path: string) => `http://site.example:${port}${path}`;
const redirectTo =
  (location: string): http.RequestListener =>
  (_, response) =>
    response.writeHead(302, { location }).end();

test('a page that is there is asked for once, by name, and says who asks', async () => {
  answer = (_, response) => response.end('hello');
  expect(await checker()(at('/page?a=1'))).toEqual({ status: 200, problem: null });
  expect(seen).toMatchObject([
    { method: 'HEAD', path: '/page?a=1', host: `site.example:${port}`, agent: userAgent },
  ]);
});

test('what HEAD is refused or not told, GET may be', async () => {
  answer = ({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end();
  expect(await checker()(at('/'))).toEqual({ status: 200, problem: null });
  answer = ({ method }, response) => (method === 'HEAD' ? response.destroy() : response.end());
  expect(await checker()(at('/'))).toEqual({ status: 200, problem: null });
  answer = (_, response) => response.writeHead(404).end();
  expect(await checker()(at('/'))).toEqual({ status: 404, problem: null });
});

test('redirects are followed, five of them', async () => {
  const hop: http.RequestListener = ({ url = '' }, response) => {
    const left = Number(url.slice(1));
    if (left === 0) response.end();
    else response.writeHead(301, { location: `/${left - 1}` }).end();
  };
  answer = hop;
  expect(await checker()(at('/5'))).toEqual({ status: 200, problem: null });
  expect(await checker()(at('/6'))).toEqual({ status: null, problem: 'redirects' });
});

test('what does not answer in time is left', async () => {
  answer = () => {};
  expect(await checker({ timeoutMs: 100 })(at('/'))).toEqual({ status: null, problem: 'timeout' });
  expect(await checker({ timeoutMs: 100, resolve: () => new Promise(() => {}) })(at('/'))).toEqual({
    ...{ status: null, problem: 'timeout' },
  });
});

test('a name without an address, and a port where nobody listens', async () => {
  expect(await checker()('http://nowhere.example/')).toEqual({ status: null, problem: 'no-address' });
  expect(await checker()(`http://${outside}:1/`)).toEqual({ status: null, problem: 'unreachable' });
});

const hostile = () => [
  `http://127.0.0.1:${insidePort}/`,
  `http://127.1:${insidePort}/`,
  `http://2130706433:${insidePort}/`,
  `http://0x7f.0.0.1:${insidePort}/`,
  `http://0177.0.0.1:${insidePort}/`,
  `http://0.0.0.0:${insidePort}/`,
  'http://169.254.169.254/latest/meta-data/',
  'http://10.0.0.1/',
  'http://172.31.255.255/',
  'http://192.168.0.1/',
  'http://100.64.0.1/',
  `http://[::1]:${insidePort}/`,
  `http://[::]:${insidePort}/`,
  `http://[::ffff:127.0.0.1]:${insidePort}/`,
  `http://[::ffff:a9fe:a9fe]/`,
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fd12:3456::1]/',
  'http://[ff02::1]/',
  `http://evil.example:${insidePort}/`,
  `http://user:secret@evil.example:${insidePort}/`,
];

test('nothing inside is asked, whether a text leads there or a site does', async () => {
  for (const url of hostile()) {
    expect(await checker()(url), url).toEqual({ status: null, problem: 'private' });
    answer = redirectTo(url);
    expect(await checker()(at('/')), `redirect to ${url}`).toEqual({ status: null, problem: 'private' });
  }
  answer = redirectTo(`//evil.example:${insidePort}/`);
  expect(await checker()(at('/'))).toEqual({ status: null, problem: 'private' });
  for (const location of ['file:///etc/passwd', 'ftp://site.example/', 'gopher://127.0.0.1:1/', 'http://[']) {
    answer = redirectTo(location);
    expect(await checker()(at('/')), location).toEqual({ status: null, problem: 'redirects' });
  }
  expect(seenInside).toBe(0);
});

test('a name with one address inside is left alone, and a name that changes its mind reaches nothing', async () => {
  const both = checker({ resolve: async () => [outside, '127.0.0.1'] });
  expect(await both(`http://both.example:${insidePort}/`)).toEqual({ status: null, problem: 'private' });
  let asked = 0;
  // The first answer is harmless, as in DNS rebinding: the second request looks again.
  const rebinding = checker({
    resolve: async () => {
      asked += 1;
      return [asked === 1 ? outside : '127.0.0.1'];
    },
  });
  answer = (_, response) => response.writeHead(500).end();
  expect(await rebinding(`http://rebinding.example:${port}/`)).toEqual({ status: null, problem: 'private' });
  expect({ asked, seenInside, seen: seen.length }).toEqual({ asked: 2, seenInside: 0, seen: 1 });
});

test('one host is asked at a pace', async () => {
  answer = (_, response) => response.end();
  const check = checker({ everyMs: 60 });
  await Promise.all(['/a', '/b', '/c', '/d'].map((path) => check(at(path))));
  const times = seen.map((one) => one.at);
  for (const [index, time] of times.entries())
    if (index > 0) expect(time - (times[index - 1] ?? 0)).toBeGreaterThan(40);
});

test('an address of the open internet may be asked', () => {
  for (const address of ['9.9.9.9', '172.32.0.1', '100.128.0.1', '2a00:1450:4001::8a', '2606:4700::1111'])
    expect(isPublicAddress(address), address).toBe(true);
  for (const address of [
    '',
    'localhost',
    '127.0.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '2001:db8::1',
    '2a00::1%eth0',
  ])
    expect(isPublicAddress(address), address).toBe(false);
});
