import { z } from 'zod';

/** What a one-time code may do. Shared by the rule, the words that name it and the tests. */
export const codeLimits = { digits: 6, minutes: 10, tries: 5 } as const;

/** An address as it is compared: no spaces around it, small letters. */
export const EmailAddress = z.string().trim().toLowerCase().max(254).regex(z.regexes.html5Email);

/** The digits of a code as people type and paste it: with spaces, hyphens or full-width digits. Null if there are not six. */
export function readCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff\p{Pd}]+/gu, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** A recovery code as it is compared: small letters and digits, however it was grouped. Null if it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return /^[a-z2-7]{16}$/.test(letters) ? letters : null;
}
