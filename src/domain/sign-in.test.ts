import { expect, test } from 'vitest';
import { nameDevice } from '#domain/device';
import { windowStart } from '#domain/rate-limits';
import { isSessionAlive } from '#domain/session-limits';
import { EmailAddress, readCode, readRecoveryCode } from '#domain/sign-in';
import { stepAfter } from '#domain/sign-in-steps';

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['12\u00a034\u202f56', '123456'],
  ['１２３４５６', '123456'],
  ['\u200b000000\n', '000000'],
])('%j is the code %s', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

test.each(['', '12345', '1234567', '12345a', '1e5000', '१२३४५६', '-12345x'])('%j is no code', (typed) => {
  expect(readCode(typed)).toBeNull();
});

test.each(['', 'abcd', 'abcd-efgh-ijkl-mnop-q', '0000-1111-8888-9999'])('%j is no recovery code', (typed) => {
  expect(readRecoveryCode(typed)).toBeNull();
});

test('addresses are compared in small letters', () => {
  expect(EmailAddress.parse('  Mira.O’x@Cork.IE '.replace('’', "'"))).toBe("mira.o'x@cork.ie");
  for (const typed of [
    '',
    'mira',
    'mira@',
    '@cork.ie',
    'a b@cork.ie',
    'a@b\u0000.ie',
    'a@b.ie\nBcc: x@y.z',
    `${'a'.repeat(250)}@b.ie`,
  ])
    expect(EmailAddress.safeParse(typed).success, typed).toBe(false);
});

test('a session ends unused, and in any case; sooner for who decides about others', () => {
  const createdAt = new Date('2026-11-01T08:00:00Z');
  const after = (hours: number) => new Date(createdAt.getTime() + hours * 3_600_000);
  const alive = (roles: Parameters<typeof isSessionAlive>[1], seen: number, now: number) =>
    isSessionAlive({ createdAt, lastSeenAt: after(seen) }, roles, after(now));
  expect(alive(['officer'], 0, 14 * 24 - 1)).toBe(true);
  expect(alive(['officer'], 0, 14 * 24)).toBe(false);
  expect(alive(['officer'], 29 * 24, 30 * 24 - 1)).toBe(true);
  expect(alive(['officer'], 29 * 24, 30 * 24)).toBe(false);
  expect(alive(['officer', 'editor'], 0, 2.9)).toBe(true);
  expect(alive(['officer', 'editor'], 0, 3)).toBe(false);
  expect(alive(['administrator'], 11, 12)).toBe(false);
});

test('who has a second factor gives it; who needs one sets it up', () => {
  const totpSince = new Date(0);
  expect(stepAfter({ roles: ['officer'], totpSince: null })).toBe('done');
  expect(stepAfter({ roles: ['officer'], totpSince })).toBe('second-factor');
  expect(stepAfter({ roles: ['editor'], totpSince: null })).toBe('set-up');
  expect(stepAfter({ roles: ['administrator'], totpSince })).toBe('second-factor');
});

test('windows of time follow one another', () => {
  const at = (time: string) => windowStart('secondFactor', new Date(`2026-11-25T12:${time}Z`)).toISOString();
  expect(at('04:59.999')).toBe('2026-11-25T12:00:00.000Z');
  expect(at('05:00')).toBe('2026-11-25T12:05:00.000Z');
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  ['curl/8.0', ''],
])('%s is %j', (agent, name) => {
  expect(nameDevice(agent)).toBe(name);
});
