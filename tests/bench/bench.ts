import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from '#scripts/build-site';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#scripts/embedded-postgres';
import { prepareClient } from '#scripts/prepare-client';
import { runOnce } from '#scripts/run-once';
import { ROOT } from '#scripts/settings';
import { listenForStop } from '#scripts/stop-signal';
import { buildBareSite } from '#tests/bench/bare-site';
import { openGenerated } from '#tests/bench/bench-database';
import { measureContent } from '#tests/bench/measure-content';
import { measureSize, type SizeFigures } from '#tests/bench/measure-size';
import { benchRelevance } from '#tests/bench/relevance';
import { type BenchResult, printReport } from '#tests/bench/report';

/** `npm run bench`: everything, or the parts that are named. What was measured is printed, and kept in `results`. */
const { values: options } = parseArgs({
  options: {
    /** A million practices as well; to fill its database takes an hour. */
    full: { type: 'boolean', default: false },
    relevance: { type: 'boolean', default: false },
    lighthouse: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    /** Milliseconds of one target in one round. */
    ms: { type: 'string', default: '700' },
  },
});
const distDir = '.next-bench';
const folder = path.join(ROOT, '.data', 'bench');
const results = path.join(folder, 'results.json');
const everything = !options.relevance && !options.lighthouse;
const signal = listenForStop();

await runOnce(async () => {
  await mkdir(folder, { recursive: true });
  await prepareClient(signal);
  const server = await startEmbeddedPostgres(folder, { throwaway: true });
  try {
    const result: BenchResult = {
      relevance: everything || options.relevance ? await benchRelevance(server) : null,
      ...(everything || options.lighthouse ? await measureSite(server) : { sizes: [], content: [] }),
    };
    await writeFile(results, JSON.stringify(result, null, 1));
    console.log(printReport(result));
    console.log(`\nAll figures: ${path.relative(ROOT, results)}`);
  } finally {
    await server.stop();
  }
});

async function measureSite(server: EmbeddedPostgres): Promise<Pick<BenchResult, 'sizes' | 'content'>> {
  console.log('Building the site');
  await buildSite(distDir, signal);
  const sizes: SizeFigures[] = [];
  if (everything) {
    console.log('Building the bare pages');
    await buildBareSite(signal);
    for (const size of chooseSizes()) sizes.push(await measureOne(server, size));
  }
  console.log('The pages of the content, in a browser');
  return { sizes, content: await measureContent(distDir) };
}

async function measureOne(server: EmbeddedPostgres, size: number): Promise<SizeFigures> {
  signal.throwIfAborted();
  console.log(`${size} practices: the database`);
  const { url, loaded } = await openGenerated(server, size);
  if (loaded)
    console.log(`filled in ${loaded.rows.toFixed(0)} s, and ${loaded.search.toFixed(0)} s for the search`);
  signal.throwIfAborted();
  console.log(`${size} practices: measuring`);
  const effort = { rounds: Number(options.rounds), ms: Number(options.ms), signal };
  const measured = await measureSize(size, url, { distDir, folder, effort });
  // A run takes minutes: what is known is shown.
  console.log(printReport({ sizes: [measured], content: [], relevance: null }));
  return measured;
}

function chooseSizes(): number[] {
  if (options.sizes) return options.sizes.split(',').map(Number);
  return options.full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
}
