import { expect, test } from 'vitest';
import { asksForAPart, isAnonymous, withoutForeignOrders } from '#lib/inbound-headers';

test('what only the server may say is taken out, the rest stays', () => {
  const sent = new Headers({
    accept: 'text/html',
    'accept-language': 'fr',
    'if-none-match': 'W/"x"',
    'x-forwarded-proto': 'https',
    'X-Middleware-Prefetch': '1',
    'x-middleware-subrequest': 'src/proxy:src/proxy',
    'x-nextjs-data': '1',
    'x-matched-path': '/en/error',
    'x-now-route-matches': '1',
    'x-invoke-path': '/en/error',
    'Next-Resume': '1',
    'X-Original-URL': '/en/error',
    'x-http-method-override': 'DELETE',
    'x-nonce': 'bought',
    'x-path': '//example.org',
    'x-catalogue': '1.1',
    'Content-Security-Policy': "script-src 'nonce-bought'",
  });
  expect([...withoutForeignOrders(sent).keys()].sort()).toEqual([
    'accept',
    'accept-language',
    'if-none-match',
    'x-forwarded-proto',
  ]);
});

test('a cookie or a password makes a request somebody’s', () => {
  expect(isAnonymous(new Headers({ accept: '*/*' }))).toBe(true);
  expect(isAnonymous(new Headers({ cookie: 'a=b' }))).toBe(false);
  expect(isAnonymous(new Headers({ authorization: 'Basic eDp5' }))).toBe(false);
});

test('a part of a page is told from a document', () => {
  expect(asksForAPart(new Headers({ accept: 'text/html' }))).toBe(false);
  expect(asksForAPart(new Headers({ RSC: '1' }))).toBe(true);
  expect(asksForAPart(new Headers({ 'Next-Router-Prefetch': '1' }))).toBe(true);
});
