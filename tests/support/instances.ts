import { applyMigrations } from '#scripts/apply-migrations';
import { startEmbeddedPostgres } from '#scripts/embedded-postgres';
import { findFreePort } from '#scripts/free-port';
import { loadContent } from '#scripts/load-content';
import { type Site, serveSite } from '#scripts/serve-site';
import { startThrowawayPostgres } from '#scripts/throwaway-postgres';

export type Instances = {
  /** Where each of them is reached: `http://127.0.0.1:…`. */
  origins: readonly string[];
  databaseUrl: string;
  stopDatabase: () => Promise<void>;
  /** On the port it had. */
  startDatabase: () => Promise<void>;
  /** Ends everything, and leaves nothing. */
  stop: () => Promise<void>;
};

/** Several processes of the site as it was built into `distDir`, on one database of their own, loaded from content/. */
export async function startInstances(count: number, distDir: string): Promise<Instances> {
  const postgres = await startThrowawayPostgres();
  const sites: Site[] = [];
  const origins: string[] = [];
  const stop = async () => {
    await Promise.all(sites.map((site) => site.stop()));
    await postgres.stop();
  };
  try {
    await applyMigrations(postgres.url());
    await loadContent(postgres.url());
    for (let i = 0; i < count; i += 1) {
      const port = await findFreePort();
      const onSpawn = async () => {};
      sites.push(
        await serveSite({
          databaseUrl: postgres.url(),
          dataFolder: postgres.folder,
          port,
          distDir,
          onSpawn,
          quiet: true,
        }),
      );
      origins.push(`http://127.0.0.1:${port}`);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const open = () => startEmbeddedPostgres(postgres.folder, { throwaway: true });
  return {
    origins,
    databaseUrl: postgres.url(),
    stopDatabase: async () => (await open()).stop(),
    startDatabase: async () => void (await open()),
    stop,
  };
}
