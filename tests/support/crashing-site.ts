import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyMigrations } from '#scripts/apply-migrations';
import { startEmbeddedPostgres } from '#scripts/embedded-postgres';
import { findFreePort } from '#scripts/free-port';
import { findRunningServer } from '#scripts/postgres-process';
import { type Site, serveSite } from '#scripts/serve-site';

export type CrashingSite = {
  origin: string;
  databaseUrl: string;
  /** Ends the site's process at once, without a word, and starts it again. */
  crashSite: () => Promise<void>;
  /** The same for the database. */
  crashDatabase: () => Promise<void>;
  /** Ends the database so, and leaves it away. */
  killDatabase: () => Promise<void>;
  stop: () => Promise<void>;
};

/** The built site on a database that flushes to disk, as it runs for real; both may be killed at any moment. */
export async function startCrashingSite(distDir: string): Promise<CrashingSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'intercultural-crash-'));
  // Another account runs the database when we are root, and has to pass through.
  await chmod(folder, 0o711);
  const startDatabase = () => startEmbeddedPostgres(folder, { throwaway: false });
  let postgres = await startDatabase();
  let site: Site | undefined;
  const killDatabase = async () => {
    const running = await findRunningServer(path.join(folder, 'postgres', 'cluster'));
    if (running) process.kill(running.pid, 'SIGKILL');
    await postgres.ended;
  };
  const stop = async () => {
    await site?.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await applyMigrations(postgres.url());
    const port = await findFreePort();
    const serve = () =>
      serveSite({
        databaseUrl: postgres.url(),
        dataFolder: folder,
        ...{ port, distDir, quiet: true, onSpawn: async () => {} },
      });
    site = await serve();
    return {
      origin: `http://127.0.0.1:${port}`,
      databaseUrl: postgres.url(),
      crashSite: async () => {
        // Whatever it started goes with it.
        process.kill(-(site?.pid ?? 0), 'SIGKILL');
        await site?.ended;
        site = await serve();
      },
      crashDatabase: async () => {
        await killDatabase();
        postgres = await startDatabase();
      },
      killDatabase,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
