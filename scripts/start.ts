import { buildSite } from './build-site.ts';
import { runCommand } from './command.ts';
import { offerAccounts } from './offer-accounts.ts';
import { openDatabase } from './open-database.ts';
import { runWorker } from './run-worker.ts';
import { serveSite } from './serve-site.ts';
import { step } from './step.ts';

const DIST_DIR = '.next';
const ENDED = 'The site has ended by itself: what it printed last stands above.';

/** `npm start`: everything from an empty folder to a site that answers, then serves until asked to stop. */
await runCommand(async ({ settings, signal, lock, onEnd }) => {
  const database = await openDatabase({ settings, signal, onEnd });
  await step('Building the site', async () => {
    const built = await buildSite(DIST_DIR, signal);
    return { result: undefined, note: built ? undefined : 'up to date' };
  });
  signal.throwIfAborted();
  const site = await step('Serving', async () => {
    const started = await serveSite({
      databaseUrl: database.url,
      dataFolder: settings.dataFolder,
      port: settings.port,
      distDir: DIST_DIR,
      signal,
      onSpawn: lock.rememberServer,
    });
    onEnd(started.stop);
    return { result: started };
  });
  onEnd(runWorker({ databaseUrl: database.url, settings }));
  await offerAccounts({ databaseUrl: database.url, settings, signal });
  console.log(`Open http://localhost:${settings.port}`);
  return { ended: [database.ended, site.ended.then(() => ENDED)] };
});
