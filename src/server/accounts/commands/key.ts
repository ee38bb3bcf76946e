import 'server-only';
import { hkdfSync, randomBytes } from 'node:crypto';
import { database } from '#server/platform/db';
import { env } from '#server/platform/env';

/** What a key is for. One that leaks by one use opens none of the others. */
export type KeyPurpose = 'sign-in code' | 'rate count' | 'second factor' | 'recovery code';

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

async function makeKey(purpose: KeyPurpose): Promise<Buffer> {
  const secret = env().APP_SECRET ?? (await readSharedSecret());
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}

/** The secret that the first instance to need one drew. */
async function readSharedSecret(): Promise<Uint8Array> {
  const drawn = { name: 'app', value: randomBytes(32) };
  await database().sharedSecret.createMany({ data: drawn, skipDuplicates: true });
  const { value } = await database().sharedSecret.findUniqueOrThrow({ where: { name: drawn.name } });
  return value;
}
