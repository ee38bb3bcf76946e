import { expect, test } from 'vitest';
import { findTotpStep, toBase32, totpAddress, totpCode, totpStep } from '#server/accounts/totp';

const secret = Buffer.from('12345678901234567890');

// RFC 6238, appendix B.
test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('at %i seconds the code is %s', (seconds, code) => {
  const step = totpStep(new Date(seconds * 1_000));
  expect(totpCode(secret, step, 8)).toBe(code);
  expect(totpCode(secret, step)).toBe(code.slice(2));
});

// RFC 4226, appendix D.
test('the first ten codes', () => {
  const codes = Array.from({ length: 10 }, (_, step) => totpCode(secret, step));
  expect(codes.join(' ')).toBe('755224 287082 359152 969429 338314 254676 287922 162583 399871 520489');
});

test('a clock may be half a minute off, not more', () => {
  const now = new Date('2026-11-25T12:00:10Z');
  const step = totpStep(now);
  for (const distance of [-1, 0, 1])
    expect(findTotpStep(secret, totpCode(secret, step + distance), now)).toBe(step + distance);
  for (const distance of [-2, 2])
    expect(findTotpStep(secret, totpCode(secret, step + distance), now)).toBeNull();
  for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
    expect(findTotpStep(secret, typed, now)).toBeNull();
});

// RFC 4648, 10, without padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j in base 32 is %j', (text, letters) => {
  expect(toBase32(Buffer.from(text))).toBe(letters);
});

test('the address holds secret and names, in the form apps read', () => {
  const address = totpAddress({ secret, email: 'mira@cork.example', site: 'Intercultural cities' });
  expect(address).toBe(
    'otpauth://totp/Intercultural%20cities%3Amira%40cork.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Intercultural%20cities',
  );
});
