import { applyMigrations } from '#scripts/apply-migrations';
import { startEmbeddedPostgres } from '#scripts/embedded-postgres';
import { findFreePort } from '#scripts/free-port';
import { loadContent } from '#scripts/load-content';
import { type Site, serveSite } from '#scripts/serve-site';
import { startThrowawayPostgres } from '#scripts/throwaway-postgres';
import { freezeServer } from '#tests/support/freeze';

export type Instances = {
  /** Where each of them is reached: `http://127.0.0.1:…`. */
  origins: readonly string[];
  databaseUrl: string;
  stopDatabase: () => Promise<void>;
  /** Leaves it there, and silent. */
  freezeDatabase: () => Promise<void>;
  /** After either, on the port it had. */
  startDatabase: () => Promise<void>;
  /** Ends everything, and leaves nothing. */
  stop: () => Promise<void>;
};

/** Several processes of the site as it was built into `distDir`, on one database of their own, loaded from content/. */
export async function startInstances(count: number, distDir: string): Promise<Instances> {
  const postgres = await startThrowawayPostgres();
  const sites: Site[] = [];
  const origins: string[] = [];
  // One address, as behind a proxy that shares the visitors out.
  const siteUrl = 'http://catalogue.test';
  let thaw = () => {};
  const stop = async () => {
    thaw();
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
        await serveSite({ databaseUrl: postgres.url(), port, distDir, siteUrl, onSpawn, quiet: true }),
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
    freezeDatabase: async () => {
      thaw = await freezeServer(postgres.folder);
    },
    startDatabase: async () => {
      thaw();
      await open();
    },
    stop,
  };
}
