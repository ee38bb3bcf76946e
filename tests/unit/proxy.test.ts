import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sections } from '#i18n/sections';
import { proxy } from '../../src/proxy.ts';

// A section that is written to, as one that is added would be.
beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none');
  vi.stubEnv('SITE_URL', 'https://practices.example.org');
  Object.assign(sections, { letters: { methods: ['GET', 'HEAD', 'POST'] } });
});

afterAll(() => {
  Reflect.deleteProperty(sections, 'letters');
  vi.unstubAllEnvs();
});

const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://site${path}`, { method, headers: { host: 'site', ...headers } }));

const passes = (response: Response) => response.headers.get('x-middleware-next') === '1';

test('a section for one reader takes a form of this site, and no other', async () => {
  const own = await ask('/en/letters/7/send', 'POST', { origin: 'http://site' });
  expect(passes(own)).toBe(true);
  const others: Record<string, string>[] = [
    { 'next-action': 'x' },
    { origin: 'http://elsewhere', 'next-action': 'x' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of others) {
    const foreign = await ask('/en/letters/7/send', 'POST', headers);
    expect(foreign.status).toBe(403);
    expect(passes(foreign)).toBe(false);
  }
});

test('a section takes the methods it says', async () => {
  const refused = await ask('/en/letters', 'DELETE', { origin: 'http://site' });
  expect(refused.status).toBe(405);
  expect(refused.headers.get('allow')).toBe('GET, HEAD, POST');
  for (const path of ['/en', '/en/about', '/en/letterslike', '/letters', '/de/letters', '/en/constructor'])
    expect((await ask(path, 'POST', { origin: 'http://site' })).status, path).toBe(405);
});

test('what is in it is kept by nobody, also when the reader has a tag', async () => {
  for (const method of ['GET', 'HEAD', 'POST']) {
    const response = await ask('/en/letters', method, { origin: 'http://site', 'if-none-match': '*' });
    expect(passes(response)).toBe(true);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('etag')).toBeNull();
    expect(response.headers.get('cdn-cache-control')).toBeNull();
  }
});

test('its query stays as it is, and its address has one spelling', async () => {
  expect(passes(await ask('/en/letters?b=2&a=&b=1'))).toBe(true);
  expect(passes(await ask('/en/letters/7/photo.jpg?x'))).toBe(true);
  const moved = await ask('/EN/letters/7/?b=2&a=1');
  expect(moved.status).toBe(308);
  expect(moved.headers.get('location')).toBe('http://site/en/letters/7?b=2&a=1');
  expect(moved.headers.get('cache-control')).toBe('private, no-store');
});

test('its pages are drawn under a nonce of their own, without what a visitor may not say', async () => {
  const nonceOf = async () => {
    const response = await ask('/en/letters', 'POST', {
      origin: 'http://site',
      'x-nonce': 'bought',
      'x-middleware-subrequest': 'src/proxy',
      'next-action': 'x',
    });
    const passedOn = response.headers.get('x-middleware-override-headers')?.split(',') ?? [];
    expect(passedOn).toContain('next-action');
    expect(passedOn).not.toContain('x-middleware-subrequest');
    const nonce = response.headers.get('x-middleware-request-x-nonce');
    expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}' 'strict-dynamic'`);
    return nonce;
  };
  const nonces = await Promise.all([nonceOf(), nonceOf()]);
  expect(new Set([...nonces, 'bought']).size).toBe(3);
});
