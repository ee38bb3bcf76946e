import path from 'node:path';
import { applyMigrations } from '#scripts/apply-migrations';
import { buildSite } from '#scripts/build-site';
import { lockDataFolder } from '#scripts/data-lock';
import { loadContent } from '#scripts/load-content';
import { Refusal } from '#scripts/refusal';
import { runWorker } from '#scripts/run-worker';
import { serveSite } from '#scripts/serve-site';
import { startThrowawayPostgres } from '#scripts/throwaway-postgres';

/** Apart from the builds that `npm start` and `npm run dev` use, so that neither disturbs the other. */
const DIST_DIR = process.env.TEST_DIST_DIR ?? '.next-test';

/** Before all end-to-end tests: the site as visitors get it, on a database of its own. After them: nothing of it remains. */
export default async function setUp(): Promise<() => Promise<void>> {
  const postgres = await startThrowawayPostgres();
  try {
    await applyMigrations(postgres.url());
    await loadContent(postgres.url());
    // For the tests of what only the database can bring about: an old address, a draft.
    process.env.TEST_DATABASE_URL = postgres.url();
    // Mails become files in it.
    process.env.TEST_MAIL_FOLDER = path.join(postgres.folder, 'mail');
    await buildSite(DIST_DIR);
    // What a site may show beyond what was approved; that it shows none otherwise, tests of the database say.
    process.env.MACHINE_DRAFTS = 'shown';
    const lock = await lockDataFolder(postgres.folder);
    const site = await serveSite({
      databaseUrl: postgres.url(),
      dataFolder: postgres.folder,
      port: Number(process.env.TEST_SITE_PORT),
      distDir: DIST_DIR,
      onSpawn: lock.rememberServer,
      quiet: true,
    });
    const port = Number(process.env.TEST_SITE_PORT);
    // No test asks the sites that the examples lead to.
    process.env.LINK_CHECKS = 'off';
    const settings = { port, dataFolder: postgres.folder, databaseUrl: postgres.url() };
    const stopWorker = runWorker({ databaseUrl: postgres.url(), settings, quiet: true });
    return async () => {
      await stopWorker();
      await site.stop();
      await postgres.stop();
    };
  } catch (error) {
    await postgres.stop();
    if (error instanceof Refusal) console.error(error.details);
    throw error;
  }
}
