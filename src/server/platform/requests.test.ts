import { expect, test } from 'vitest';
import { chooseSender, settleAddress } from '#server/platform/requests';

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

test.each([
  [[], 0, '203.0.113.9'],
  [['198.51.100.1'], 0, '203.0.113.9'],
  [['198.51.100.1'], 1, '198.51.100.1'],
  [['6.6.6.6', ' 198.51.100.1 '], 1, '198.51.100.1'],
  [['6.6.6.6', '198.51.100.1', '10.0.0.2'], 2, '198.51.100.1'],
  [[''], 1, '203.0.113.9'],
  [['198.51.100.1'], 5, '198.51.100.1'],
])('of %j behind %i proxies the sender is %s', (told, proxies, sender) => {
  expect(chooseSender(told, '203.0.113.9', proxies)).toBe(sender);
});
