import { vi } from 'vitest';
import type { Actor, Role } from '#domain/actor';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';

/** A database of its own, which the commands of the accounts use until `end`. */
export async function openAccountDatabase(): Promise<TestDatabase & { end: () => Promise<void> }> {
  const test = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', test.url);
  const end = async () => {
    const { database } = await import('#server/platform/db');
    await database().$disconnect();
    await test.drop();
    vi.unstubAllEnvs();
  };
  return { ...test, end };
}

/** The code in the newest mail to an address that is to be sent; null if there is none. */
export async function codeIn({ db }: TestDatabase, to: string): Promise<string | null> {
  const mail = await db.outboxMail.findFirst({
    where: { to, kind: 'sign-in-code', state: 'waiting' },
    orderBy: { createdAt: 'desc' },
  });
  return /^ {4}(\d{6})$/m.exec(mail?.text ?? '')?.[1] ?? null;
}

/** Someone who acts in these roles, with the second factor given unless it says otherwise. */
export function actor(id: string, roles: Role[], hasSecondFactor = true): Actor {
  return { id, roles, cities: [], hasSecondFactor };
}
