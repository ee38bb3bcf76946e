import pg from 'pg';
import { applyWithEngine } from './schema-engine.ts';

/** Any number, the same in every process: whoever holds this lock migrates, the others wait their turn. */
const MIGRATION_LOCK = 7_212_026;

/**
 * Brings a database up to date with prisma/migrations. Returns the names applied, none if it was. Several processes
 * may call it at once for one database: they take turns.
 */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await applyWithEngine(connectionString);
  } finally {
    await client.end();
  }
}
