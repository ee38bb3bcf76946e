import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const lengths = { nonce: 12, tag: 16 };

/** Encrypts bytes for one owner: what was sealed for one cannot be opened as another's. */
export function seal(key: Buffer, owner: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(lengths.nonce);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
}

/** The bytes again, or null if they were sealed under another key, for another owner, or changed since. */
export function unseal(key: Buffer, owner: string, sealed: Uint8Array): Buffer | null {
  const bytes = Buffer.from(sealed);
  const start = lengths.nonce + lengths.tag;
  if (bytes.length < start) return null;
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, lengths.nonce))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(lengths.nonce, start));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]);
  } catch {
    return null;
  }
}
