import { parseArgs } from 'node:util';
import { applyMigrations } from '#scripts/apply-migrations';
import { buildSite } from '#scripts/build-site';
import { serveSite } from '#scripts/serve-site';
import { startThrowawayPostgres } from '#scripts/throwaway-postgres';
import { loadContent } from '#server/exchange/load-content';
import { readContent } from '#server/exchange/read-content';
import { connectDatabase } from '#server/platform/db';
import { enlargeContent } from '#tests/bench/enlarge-content';
import { loadRelevanceRecords } from '#tests/relevance/load-fixtures';

/**
 * Serves a production build with a large catalogue, to be looked at: the repository's content repeated over fifty
 * countries and 800 cities, on a database that is gone when this ends (Ctrl-C).
 * `node --conditions=react-server tests/bench/serve-large.ts --port 3100 --practices 2000 --cities 800`
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3100' },
    practices: { type: 'string', default: '2000' },
    cities: { type: 'string', default: '800' },
    dist: { type: 'string', default: '.next-test' },
  },
});

const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
});
await buildSite(values.dist);
const postgres = await startThrowawayPostgres();
try {
  await applyMigrations(postgres.url());
  await loadLarge(postgres.url());
  const port = Number(values.port);
  const onSpawn = async () => {};
  const site = await serveSite({ databaseUrl: postgres.url(), port, distDir: values.dist, onSpawn });
  console.log(`http://127.0.0.1:${port}`);
  await Promise.race([stopped, site.ended]);
  await site.stop();
} finally {
  await postgres.stop();
}

async function loadLarge(url: string): Promise<void> {
  const read = await readContent('content');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const content = enlargeContent(read.content, Number(values.practices), Number(values.cities));
  const db = connectDatabase(url, 1);
  try {
    // Texts in other scripts, which stay when the rest is loaded.
    await loadRelevanceRecords(db);
    // Some at a time: no statement of a slow machine may take longer than the site allows one.
    const left = [...content.practices];
    while (left.length > 0) {
      const some = { ...content, practices: left.splice(0, 200) };
      const loaded = await loadContent({ db, content: some, now: new Date() });
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 5)));
    }
  } finally {
    await db.$disconnect();
  }
}
