import { expect, test } from 'vitest';
import { drawId } from '#lib/draw-id';
import { localPath } from '#lib/local-path';
import { networkPrefix } from '#lib/network-prefix';

test.each(['/en/account', '/en/submissions/a1/story?form=x&y=%2F', '/'])('%s stays on the site', (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  '',
  'en/account',
  '//evil.example',
  '/\\evil.example',
  '/en\\..\\x',
  'https://evil.example/en',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/en/..//evil.example',
  ' /en',
])('%j leads nowhere', (path) => {
  expect(localPath(path)).toBeNull();
});

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', 'unknown'],
  ['localhost', 'unknown'],
])('%s is in %s', (address, network) => {
  expect(networkPrefix(address)).toBe(network);
});

test('an id is what the tables take, and a new one each time', () => {
  const ids = Array.from({ length: 100 }, drawId);
  expect(ids.every((id) => /^[0-9a-z]{10}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(100);
});
