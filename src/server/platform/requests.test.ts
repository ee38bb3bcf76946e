import { expect, test } from 'vitest';
import { settleAddress } from '#server/platform/requests';

test.each([
  ['/en', '/en'],
  ['/en?q=a%20b', '/en?q=a%20b'],
  ['//example.org/en', '//example.org/en'],
  ['http://example.org/en?q=x', '/en?q=x'],
  ['http://example.org', '/'],
  ['*', '/no.page'],
  ['mailto:x@example.org', '/no.page'],
  ['example.org:443', '/no.page'],
  ['', '/no.page'],
  ['/en.rsc', '/no.page'],
  ['/en/about.rsc?_rsc=1', '/no.page'],
  ['/en/about.segments/_tree.segment.rsc', '/no.page'],
])('%j is asked as %j', (address, path) => {
  expect(settleAddress(address)).toBe(path);
});
