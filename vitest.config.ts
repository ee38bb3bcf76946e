import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// `server-only` throws wherever React's server condition is not set; in tests there is no browser to protect.
const resolve = {
  alias: { 'server-only': fileURLToPath(new URL('./tests/support/empty.ts', import.meta.url)) },
};

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: 'architecture', include: ['tests/architecture.test.ts'] } },
      {
        resolve,
        test: { name: 'unit', include: ['src/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.{ts,tsx}'] },
      },
      {
        resolve,
        test: {
          name: 'database',
          include: ['tests/database/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
