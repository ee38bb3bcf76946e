import 'server-only';
import { hkdfSync, randomBytes } from 'node:crypto';
import { type Database, database, type Transaction } from '#server/platform/db';
import { env } from '#server/platform/env';

/** What a key is for. One that leaks by one use opens none of the others. */
export type KeyPurpose = 'sign-in code' | 'rate count' | 'second factor' | 'recovery code' | 'unsubscribe';

const keys = new Map<KeyPurpose, Promise<Buffer>>();

/** The key of 256 bits for a purpose, the same on every instance. Made of APP_SECRET, or of a secret that is drawn once. */
export function keyFor(purpose: KeyPurpose): Promise<Buffer> {
  const known = keys.get(purpose);
  if (known) return known;
  const key = makeKey(purpose);
  keys.set(purpose, key);
  // A database that is away is asked again.
  key.catch(() => keys.delete(purpose));
  return key;
}

/**
 * The same for a transaction, which must not wait for a second connection: others may hold all of them, and wait for its
 * rows. Not remembered, since a secret that it drew is gone with it where it fails.
 */
export function keyIn(tx: Transaction, purpose: KeyPurpose): Promise<Buffer> {
  return makeKey(purpose, tx);
}

async function makeKey(purpose: KeyPurpose, db: Database | Transaction = database()): Promise<Buffer> {
  const secret = env().APP_SECRET ?? (await readSharedSecret(db));
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}

/** The secret that the first instance to need one drew. */
async function readSharedSecret(db: Database | Transaction): Promise<Uint8Array> {
  const where = { name: 'app' };
  const known = await db.sharedSecret.findUnique({ where });
  if (known) return known.value;
  await db.sharedSecret.createMany({ data: { ...where, value: randomBytes(32) }, skipDuplicates: true });
  return (await db.sharedSecret.findUniqueOrThrow({ where })).value;
}
