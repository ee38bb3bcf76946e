import 'server-only';
import { createHash } from 'node:crypto';

/** What is stored of a parked form's token: who reads the database learns none. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}
