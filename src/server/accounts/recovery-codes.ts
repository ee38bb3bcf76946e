import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { toBase32 } from '#server/accounts/totp';

const count = 10;

/** Ten codes for when the telephone is lost: 80 bits each, in groups of four letters and digits. */
export function drawRecoveryCodes(): string[] {
  return Array.from({ length: count }, () => {
    const letters = toBase32(randomBytes(10)).toLowerCase();
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** What the database keeps of a code: ungrouped, as `readRecoveryCode` gives it. */
export function hashRecoveryCode(key: Buffer, accountId: string, code: string): Uint8Array<ArrayBuffer> {
  const mac = createHmac('sha256', key).update(JSON.stringify([accountId, code]));
  return Uint8Array.from(mac.digest());
}
