import path from 'node:path';
import { findRunningServer } from './postgres-process.ts';
import { readState } from './postgres-state.ts';

/** The address of the embedded database that a running `npm start` serves from this folder; undefined if none does. */
export async function findEmbeddedDatabase(dataFolder: string): Promise<string | undefined> {
  const state = await readState(path.join(dataFolder, 'postgres.json'));
  const running = await findRunningServer(path.join(dataFolder, 'postgres', 'cluster'));
  if (!state || !running) return undefined;
  return `postgresql://catalogue:${state.password}@127.0.0.1:${running.port}/catalogue`;
}
