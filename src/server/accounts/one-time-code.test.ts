import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { readRecoveryCode } from '#domain/sign-in';
import { drawCode, isCode } from '#server/accounts/one-time-code';
import { drawRecoveryCodes, hashRecoveryCode } from '#server/accounts/recovery-codes';
import { seal, unseal } from '#server/accounts/sealed';

const key = randomBytes(32);
const email = 'mira@cork.example';

test('a code is six digits, and right only for its request, address and key', () => {
  for (let i = 0; i < 200; i += 1) {
    const drawn = drawCode(key, email);
    expect(drawn.code).toMatch(/^\d{6}$/);
    const given = { ...drawn, email };
    expect(isCode(key, given)).toBe(true);
    const another = drawn.code === '000000' ? '000001' : '000000';
    expect(isCode(key, { ...given, code: another })).toBe(false);
    expect(isCode(key, { ...given, email: 'x@cork.example' })).toBe(false);
    expect(isCode(key, { ...given, id: drawCode(key, email).id })).toBe(false);
    expect(isCode(randomBytes(32), given)).toBe(false);
  }
});

test('what the table holds of the same code is never the same', () => {
  const hashes = Array.from({ length: 50 }, () => Buffer.from(drawCode(key, email).hash).toString('hex'));
  expect(new Set(hashes).size).toBe(50);
});

test('recovery codes are ten, can be typed in any grouping, and belong to one account', () => {
  const codes = drawRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
    expect(readRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toBe(code.replaceAll('-', ''));
  }
  const hash = (account: string) =>
    Buffer.from(hashRecoveryCode(key, account, codes[0] ?? '')).toString('hex');
  expect(hash('account001')).not.toBe(hash('account002'));
});

test('what is sealed opens for its owner and key alone, and not when a bit was changed', () => {
  const sealed = seal(key, 'account001', Buffer.from('secret'));
  expect(unseal(key, 'account001', sealed)?.toString()).toBe('secret');
  expect(unseal(key, 'account002', sealed)).toBeNull();
  expect(unseal(randomBytes(32), 'account001', sealed)).toBeNull();
  for (const place of [0, 13, sealed.length - 1]) {
    const changed = Uint8Array.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(unseal(key, 'account001', changed)).toBeNull();
  }
  expect(unseal(key, 'account001', sealed.subarray(0, 20))).toBeNull();
});
