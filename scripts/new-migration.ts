import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from './refusal.ts';
import { runOnce } from './run-once.ts';
import { diffMigrationsToSchema, MIGRATIONS } from './schema-engine.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

/**
 * `npm run migration:new -- <name>`: writes the SQL from the migrations' state to schema.prisma into a new migration,
 * ready to be edited by hand.
 */
await runOnce(async () => {
  const name = process.argv[2] ?? '';
  if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
    throw new Refusal(
      'Name the migration in small letters, for example: npm run migration:new -- add_partners',
    );
  }
  const server = await startThrowawayPostgres();
  try {
    const sql = await diffMigrationsToSchema(server.adminUrl());
    console.log(`Wrote ${await writeMigration(name, sql, new Date())}`);
  } finally {
    await server.stop();
  }
});

async function writeMigration(name: string, sql: string, now: Date): Promise<string> {
  const stamp = now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const file = path.join(MIGRATIONS, `${stamp}_${name}`, 'migration.sql');
  await mkdir(path.dirname(file));
  await writeFile(file, sql || '-- The schema needs no change. Write by hand what this migration is for.\n');
  return file;
}
