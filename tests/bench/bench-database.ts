import pg from 'pg';
import { applyMigrations } from '#scripts/apply-migrations';
import type { EmbeddedPostgres } from '#scripts/embedded-postgres';
import { fingerprint } from '#scripts/fingerprint';
import { queryDatabase } from '#scripts/query-database';
import { ROOT } from '#scripts/settings';
import { loadGenerated } from '#tests/bench/load-generated';

/** What decides what is in the database. */
const sources = [
  'prisma/migrations',
  ...['load-generated', 'fill-search', 'random'].map((name) => `tests/bench/${name}.ts`),
  ...['rows', 'texts', 'vocabulary', 'words'].map((name) => `tests/bench/generated-${name}.ts`),
];

/** Seconds; null where the database was there from an earlier run. */
export type LoadTime = { rows: number; search: number } | null;

/**
 * A database with so many generated practices, kept from run to run as long as neither the generator nor the schema
 * changes: a million takes an hour to fill.
 */
export async function openGenerated(
  server: EmbeddedPostgres,
  count: number,
): Promise<{ url: string; loaded: LoadTime }> {
  const name = `bench_${count}_${(await fingerprint(ROOT, sources)).slice(0, 8)}`;
  const present = await queryDatabase(
    server.adminUrl(),
    'select datname from pg_database where datname like $1',
    [`bench\\_${count}\\_%`],
  );
  const names = present.map((row) => String(Object.values(row as object)[0]));
  if (names.includes(name)) return { url: server.adminUrl(name), loaded: null };
  for (const old of names) await executeOn(server.adminUrl(), `drop database "${old}" with (force)`);
  // It gets its name when it is complete, so that an interrupted load is not taken for one.
  const unfinished = `bench_${count}_unfinished`;
  await executeOn(server.adminUrl(), `create database "${unfinished}"`);
  await applyMigrations(server.adminUrl(unfinished));
  const loaded = await loadGenerated(server.adminUrl(unfinished), count);
  await executeOn(server.adminUrl(), `alter database "${unfinished}" rename to "${name}"`);
  return { url: server.adminUrl(name), loaded };
}

/** Runs one statement that takes no parameters, such as one about a database as a whole. */
export async function executeOn(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
