import { createHmac } from 'node:crypto';

/** The code an authenticator app shows now for a secret in base 32: written apart from the product's own. */
export function codeOf(secret: string, now = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let value = 0n;
  for (const letter of secret) value = value * 32n + BigInt(letters.indexOf(letter));
  const bytes = Math.floor((secret.length * 5) / 8);
  const key = Buffer.from(
    (value >> BigInt(secret.length * 5 - bytes * 8)).toString(16).padStart(bytes * 2, '0'),
    'hex',
  );
  const counter = Buffer.from(
    Math.floor(now / 30_000)
      .toString(16)
      .padStart(16, '0'),
    'hex',
  );
  const mac = createHmac('sha1', key).update(counter).digest();
  const at = (mac[19] ?? 0) % 16;
  return String((mac.readUInt32BE(at) % 0x80_00_00_00) % 1_000_000).padStart(6, '0');
}
