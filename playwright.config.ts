import { defineConfig } from '@playwright/test';
import { findChromium } from '#scripts/find-chromium';
import { findFreePort } from '#scripts/free-port';

// Chosen once, in the first process that reads this; the processes that run the tests inherit it.
process.env.TEST_SITE_PORT ??= String(await findFreePort());

const { TEST_SITE_PORT, TEST_REPORT } = process.env;

/**
 * A test runs with JavaScript, unless it is tagged: `@both` runs it with and without, `@no-javascript` only without.
 * The site under test is a production build on a database of its own, loaded from content/.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/site.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(TEST_REPORT),
  reporter: TEST_REPORT ? [['json', { outputFile: TEST_REPORT }], ['line']] : 'list',
  use: {
    baseURL: `http://127.0.0.1:${TEST_SITE_PORT}`,
    launchOptions: {
      executablePath: findChromium(process.env),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'javascript', grepInvert: /@no-javascript/ },
    { name: 'no-javascript', grep: /@both|@no-javascript/, use: { javaScriptEnabled: false } },
  ],
});
