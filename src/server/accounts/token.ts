import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** As Prisma takes bytes. */
type Bytes = Uint8Array<ArrayBuffer>;

/** 256 bits for a cookie or a link; the database keeps only its hash. */
export function drawToken(): { token: string; hash: Bytes } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** What a token is found by. Nothing can be guessed from it: the token is random and long. */
export function hashToken(token: string): Bytes {
  return Uint8Array.from(createHash('sha256').update(token).digest());
}
