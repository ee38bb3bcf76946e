import 'server-only';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
const digits = 6;
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new secret for an authenticator app: 160 bits, as RFC 4226 recommends. */
export function drawTotpSecret(): Buffer {
  return randomBytes(20);
}

/** The number of the half minute a moment lies in (RFC 6238, 4.2). */
export function totpStep(now: Date): number {
  return Math.floor(now.getTime() / 1_000 / stepSeconds);
}

/** The code of a step (RFC 4226, 5.3), with HMAC-SHA-1, which is what the apps know. */
export function totpCode(secret: Uint8Array, step: number, length = digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7f_ff_ff_ff;
  return String(number % 10 ** length).padStart(length, '0');
}

/**
 * The step that a code belongs to: the present one or a neighbour, for clocks that differ by half a minute. Null if
 * none. A caller that accepts it must remember it, and refuse it and all before it from then on.
 */
export function findTotpStep(secret: Uint8Array, code: string, now: Date): number | null {
  const typed = Buffer.from(code);
  const steps = [0, -1, 1].map((distance) => totpStep(now) + distance);
  const found = steps.filter((step) => {
    const expected = Buffer.from(totpCode(secret, step));
    return expected.length === typed.length && timingSafeEqual(expected, typed);
  });
  return found[0] ?? null;
}

/** Bytes in the letters people type by hand into an app (RFC 4648, without padding). */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => base32[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** The address an app reads from the picture. */
export function totpAddress({
  secret,
  email,
  site,
}: {
  secret: Uint8Array;
  email: string;
  site: string;
}): string {
  const label = encodeURIComponent(`${site}:${email}`);
  const query = new URLSearchParams({ secret: toBase32(secret), issuer: site });
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`;
}
