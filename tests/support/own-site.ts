import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Instances, startInstances } from '#tests/support/instances';
import { test as base } from '#tests/support/page-fixture';

/**
 * The visitor's `test` on a site of its own, for what changes the catalogue that everybody reads: other tests go on at
 * the same time and count what is there. Its database is the one that the helpers of tests write to.
 */
export const test = base.extend<{ baseURL: string }, { site: Instances }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const site = await startInstances(1, process.env.TEST_DIST_DIR ?? '.next-test');
      const shared = process.env.TEST_DATABASE_URL ?? '';
      process.env.TEST_DATABASE_URL = site.databaseUrl;
      await use(site);
      process.env.TEST_DATABASE_URL = shared;
      await site.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ site }, use) => use(site.origins[0] ?? ''),
});

const runJob = `
  const { askConfirmations } = await import('#server/jobs/commands/ask-confirmations');
  await askConfirmations(new Date());
  process.exit(0);`;

/** Does what the worker does once a day, in a process like the worker's. */
export async function askCitiesToConfirm(databaseUrl: string): Promise<void> {
  const options = ['--conditions=react-server', '--input-type=module', '--eval', runJob];
  await promisify(execFile)(process.execPath, options, {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
}
