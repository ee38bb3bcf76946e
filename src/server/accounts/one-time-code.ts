import 'server-only';
import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { codeLimits } from '#domain/sign-in';

type Bytes = Uint8Array<ArrayBuffer>;

/** A code that was drawn, and what the database keeps of it. */
export type DrawnCode = { id: string; code: string; salt: Bytes; hash: Bytes };

/** Six digits for an address. The id binds it to the browser that asked: 128 bits that nobody else knows. */
export function drawCode(key: Buffer, email: string): DrawnCode {
  const code = String(randomInt(10 ** codeLimits.digits)).padStart(codeLimits.digits, '0');
  const id = randomBytes(16).toString('base64url');
  const salt = Uint8Array.from(randomBytes(16));
  return { id, code, salt, hash: hashCode(key, { id, email, salt, code }) };
}

/** Whether a code is the one that was drawn, in the same time whichever digit differs. */
export function isCode(
  key: Buffer,
  { hash, ...rest }: { id: string; email: string; salt: Uint8Array; hash: Uint8Array; code: string },
): boolean {
  return timingSafeEqual(hashCode(key, rest), hash);
}

/**
 * A million codes are tried in a second by whoever has salt and hash; not without the key, which is not in the table.
 * See docs/decisions/0016.
 */
function hashCode(
  key: Buffer,
  { id, email, salt, code }: { id: string; email: string; salt: Uint8Array; code: string },
): Bytes {
  const mac = createHmac('sha256', key)
    .update(salt)
    .update(JSON.stringify([id, email, code]));
  return Uint8Array.from(mac.digest());
}
