import path from 'node:path';
import { applyMigrations } from './apply-migrations.ts';
import { checkDatabaseUrl } from './database-url.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { loadContent } from './load-content.ts';
import { prepareClient } from './prepare-client.ts';
import { Refusal } from './refusal.ts';
import type { Settings } from './settings.ts';
import { step } from './step.ts';

type Options = { settings: Settings; signal: AbortSignal; onEnd: (cleanUp: () => Promise<void>) => void };

/** `ended` settles with a sentence if the database stops while it is needed; another's database is not watched. */
export type OpenDatabase = { url: string; ended?: Promise<string> };

/** The steps to a database that holds the catalogue; returns its address. What has to be stopped is given to `onEnd`. */
export async function openDatabase({ settings, signal, onEnd }: Options): Promise<OpenDatabase> {
  const database = await step(
    settings.databaseUrl ? 'Looking at the database' : 'Preparing the database',
    async () => {
      if (settings.databaseUrl) return { result: await requireDatabase(settings.databaseUrl) };
      const server = await startEmbeddedPostgres(settings.dataFolder, { throwaway: false });
      onEnd(server.stop);
      const log = path.join(settings.dataFolder, 'postgres', 'server.log');
      const ended = server.ended.then(() => `The database has ended by itself: ${log} says why.`);
      return { result: { url: server.url(), ended } };
    },
  );
  signal.throwIfAborted();
  await step('Preparing the database client', async () => {
    const generated = await prepareClient(signal);
    return { result: undefined, note: generated ? undefined : 'up to date' };
  });
  signal.throwIfAborted();
  await step('Migrating', async () => {
    const applied = await applyMigrations(database.url);
    return { result: undefined, report: applied.map((name) => `Applied ${name}`).join('\n') };
  });
  signal.throwIfAborted();
  await step('Loading the content', async () => ({
    result: undefined,
    report: await loadContent(database.url, signal),
  }));
  return database;
}

async function requireDatabase(url: string): Promise<OpenDatabase> {
  const checked = await checkDatabaseUrl(url);
  if (!checked.ok) throw new Refusal(checked.sentence);
  return { url };
}
