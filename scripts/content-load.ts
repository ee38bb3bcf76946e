import path from 'node:path';
import { findRunningServer } from './postgres-process.ts';
import { readState } from './postgres-state.ts';

/** Loads the content folder into DATABASE_URL, or else into the embedded database that a running `npm start` serves. */
const url =
  process.env.DATABASE_URL ?? (await findEmbeddedDatabase(path.resolve(process.env.DATA_DIR ?? '.data')));
if (url === undefined) {
  console.log(
    'There is no database to load into. Run npm start, which loads the content, or set DATABASE_URL.',
  );
  process.exitCode = 1;
} else {
  process.env.DATABASE_URL = url;
  await import('../prisma/seed.ts');
}

async function findEmbeddedDatabase(dataFolder: string): Promise<string | undefined> {
  const state = await readState(path.join(dataFolder, 'postgres.json'));
  const running = await findRunningServer(path.join(dataFolder, 'postgres', 'cluster'));
  if (!state || !running) return undefined;
  return `postgresql://catalogue:${state.password}@127.0.0.1:${running.port}/catalogue`;
}
