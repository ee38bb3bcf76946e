import 'server-only';
import { randomBytes } from 'node:crypto';
import type { FormValues } from '#lib/form-values';
import { storableText } from '#lib/storable';
import { hashToken } from '#server/forms/token';
import { database } from '#server/platform/db';

/** Minutes that a form waits: for its correction, or for the sign-in that came between. */
const patience = { correction: 15, 'sign-in': 24 * 60 } as const;

/** Bytes that all parked forms may take. Who has no account can park: without an end they could fill the disk. */
const room = 500_000_000;

type Parked = {
  /** Path of the page that shows the form again. */
  path: string;
  values: FormValues;
  /** What is to be corrected, by the name of the field. */
  errors?: Readonly<Record<string, string>>;
  waitsFor?: keyof typeof patience;
  now: Date;
};

/**
 * Keeps a form that could not be taken yet and returns the token under which `readParkedForm` finds it. Throws when
 * there is no room: the form is then given back like in any other failure.
 */
export async function parkForm({
  path,
  values,
  errors,
  waitsFor = 'correction',
  now,
}: Parked): Promise<string> {
  const db = database();
  const [size] = await db.$queryRaw<{ bytes: bigint }[]>`
    select pg_total_relation_size('parked_form') as bytes`;
  if (Number(size?.bytes ?? 0) > room) throw new Error('There is no room for more parked forms.');
  const token = randomBytes(24).toString('base64url');
  const pairs = [...values].map(([name, typed]) => [clean(name), typed.map(clean)] as const);
  await db.parkedForm.create({
    data: {
      tokenHash: hashToken(token),
      path,
      values: pairs.map(([name, typed]) => [name, [...typed]]),
      errors: errors && { ...errors },
      createdAt: now,
      expiresAt: new Date(now.getTime() + patience[waitsFor] * 60_000),
    },
  });
  return token;
}

function clean(text: string): string {
  return storableText(text).text;
}
