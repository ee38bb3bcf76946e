import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.ts';

/** The project's own folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export type Settings = {
  port: number;
  /** Absolute path of the folder for everything that must outlive a run. */
  dataFolder: string;
  /** Undefined means the embedded PostgreSQL. */
  databaseUrl: string | undefined;
};

/** Reads PORT, DATA_DIR and DATABASE_URL. An empty variable counts as unset. Throws a Refusal for a port that is none. */
export function readSettings(variables: NodeJS.ProcessEnv): Settings {
  const port = Number(variables.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT is "${variables.PORT}": set it to a number from 1 to 65535.`);
  }
  return {
    port,
    dataFolder: path.resolve(ROOT, variables.DATA_DIR || '.data'),
    databaseUrl: variables.DATABASE_URL || undefined,
  };
}
