import { mkdir } from 'node:fs/promises';
import { applyMigrations } from './apply-migrations.ts';
import { checkDatabaseUrl } from './database-url.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { Refusal } from './refusal.ts';
import { runOnce } from './run-once.ts';
import { readSettings } from './settings.ts';

/** `npm run migrate`: brings the database of DATABASE_URL, or else the embedded one, up to date and says what it did. */
await runOnce(async () => {
  const { databaseUrl, dataFolder } = readSettings(process.env);
  if (databaseUrl) {
    const checked = await checkDatabaseUrl(databaseUrl);
    if (!checked.ok) throw new Refusal(checked.sentence);
    return report(await applyMigrations(databaseUrl));
  }
  await mkdir(dataFolder, { recursive: true });
  const server = await startEmbeddedPostgres(dataFolder, { throwaway: false });
  try {
    report(await applyMigrations(server.url()));
  } finally {
    // A server that was running already is another command's.
    if (server.startedHere) await server.stop();
  }
});

function report(applied: readonly string[]): void {
  for (const name of applied) console.log(`Applied ${name}`);
  if (applied.length === 0) console.log('The database is up to date.');
}
