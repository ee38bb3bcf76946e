import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { queryDatabase } from '#scripts/query-database';
import { connectDatabase, type Database } from '#server/platform/db';
import { TEMPLATE } from '#tests/support/database-server';

export type TestDatabase = {
  db: Database;
  url: string;
  /** Closes `db` and drops the database. Call it in `afterAll`. */
  drop: () => Promise<void>;
};

/** A fresh, migrated, empty database. Each test file makes its own in `beforeAll`, so that files run side by side. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await queryDatabase(server, `create database ${name} template ${TEMPLATE}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = connectDatabase(url.href);
  const drop = async () => {
    await db.$disconnect();
    await queryDatabase(server, `drop database ${name} with (force)`);
  };
  return { db, url: url.href, drop };
}
