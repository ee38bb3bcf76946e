import { expect, test } from 'vitest';
import { isFromThisSite } from '#lib/same-origin';

const site = 'https://practices.example.org';

test.each<[string, Record<string, string>]>([
  ['a form of this site', { origin: site, 'sec-fetch-site': 'same-origin' }],
  ['a browser that says only the origin', { origin: site }],
  ['a browser that says only the relation', { 'sec-fetch-site': 'same-origin' }],
  ['a page that the person sends again', { 'sec-fetch-site': 'none', origin: site }],
  ['the name it was called by', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }],
  ['a name in capitals', { origin: 'http://city.local', host: 'City.local' }],
])('%s may change something', (_, headers) => {
  expect(isFromThisSite(new Headers(headers), site)).toBe(true);
});

test.each<[string, Record<string, string>]>([
  ['another site', { origin: 'https://example.org', 'sec-fetch-site': 'cross-site' }],
  ['a sibling of the site', { origin: 'https://blog.example.org', 'sec-fetch-site': 'same-site' }],
  ['a sibling that says only the origin', { origin: 'https://blog.example.org' }],
  ['the site without TLS', { origin: 'http://practices.example.org' }],
  ['another port', { origin: `${site}:8443` }],
  [
    'another site behind the right relation',
    { origin: 'https://example.org', 'sec-fetch-site': 'same-origin' },
  ],
  ['the right origin behind another relation', { origin: site, 'sec-fetch-site': 'cross-site' }],
  ['a page without an origin', { origin: 'null', host: 'null' }],
  ['a file', { origin: 'file://', host: '' }],
  ['a beginning of the name', { origin: `${site}.evil.example` }],
  ['an origin that is no address', { origin: 'practices.example.org', host: 'practices.example.org' }],
  ['a relation nobody knows', { 'sec-fetch-site': 'Same-Origin, none', origin: site }],
  ['what is no browser', {}],
])('%s may not', (_, headers) => {
  expect(isFromThisSite(new Headers(headers), site)).toBe(false);
});
