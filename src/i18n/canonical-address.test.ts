import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCanonicalAddress } from '#i18n/canonical-address';

const find = (address: string) => {
  const { pathname, search } = new URL(address, 'http://site');
  return findCanonicalAddress(pathname, search);
};

test.each([
  ['/en?page=1&country=de&country=NO&utm_x=1', '/en?country=DE&country=NO'],
  ['/en?q=&from=&to=&sort=newest', '/en'],
  ['/en?from=2021&to=2019', '/en?from=2019&to=2021'],
  ['/EN', '/en'],
  ['/en/', '/en'],
  ['/en/about//?x=1', '/en/about'],
  ['/de/', '/de'],
  ['/Fr/about?x=1', '/fr/about'],
  ['/en/practices/a-welcoming-app?fbclid=1', '/en/practices/a-welcoming-app'],
  ['/en/collections/x?page=2', '/en/collections/x'],
  ['/EN/error?reference=a&from=%2Fen', '/en/error?reference=a&from=%2Fen'],
  ['/en?__proto__=1&constructor=2&toString=3', '/en'],
])('%s is %s', (from, to) => {
  expect(find(from)).toEqual({ address: to, asked: false });
});

test.each([
  '/en',
  '/en?',
  '/en?country=PT',
  '/en?q=roma+school',
  '/en?q=roma%20school',
  '/en?q=caf%c3%a9',
  '/en/about',
  '/en/error?reference=1&from=/en?q=x',
  '/',
  '/de/about?x=1',
  '/robots.txt?x=1',
])('%s stays', (address) => {
  expect(find(address).asked).toBe(true);
});

const names = fc.constantFrom(
  'q',
  'country',
  'city',
  'topic',
  'language',
  'from',
  'to',
  'sort',
  'page',
  '__proto__',
);
const values = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    'pt',
    'PT',
    ' pt ',
    '1',
    '0',
    '2020',
    '1e3',
    '0x7e4',
    'newest',
    'title',
    'a-b',
    'EN',
    '%00',
    '+',
    ' ',
  ),
);
const queries = fc.array(fc.tuple(fc.oneof(names, fc.string()), values), { maxLength: 60 });
const paths = fc.constantFrom(
  '/en',
  '/EN',
  '/Fr',
  '/sq/about',
  '/en/error',
  '/en/practices/x',
  '/de',
  '/',
  '/en/a%2Fb',
);

test('the canonical address of a canonical address is itself, however it is spelled', () => {
  fc.assert(
    fc.property(paths, queries, (path, pairs) => {
      const query = pairs.map((pair) =>
        pair.map((part) => encodeURIComponent(part.toWellFormed())).join('='),
      );
      const { address } = find(`${path}?${query.join('&')}`);
      expect(find(address)).toEqual({ address, asked: true });
      expect(find(address.replaceAll('+', '%20'))).toEqual({ address, asked: true });
    }),
    { numRuns: 2_000 },
  );
});
