import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from '#scripts/build-site';
import { startEmbeddedPostgres } from '#scripts/embedded-postgres';
import { prepareClient } from '#scripts/prepare-client';
import { runOnce } from '#scripts/run-once';
import { ROOT } from '#scripts/settings';
import { listenForStop } from '#scripts/stop-signal';
import { buildBareSite } from '#tests/bench/bare-site';
import { openGenerated } from '#tests/bench/bench-database';
import { measureSize, type SizeFigures } from '#tests/bench/measure-size';
import { printTables } from '#tests/bench/report';

const distDir = '.next-bench';
const folder = path.join(ROOT, '.data', 'bench');

const { values: options } = parseArgs({
  options: {
    /** A million practices as well. */
    full: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    ms: { type: 'string', default: '700' },
  },
});

await runOnce(async () => {
  const signal = listenForStop();
  await mkdir(folder, { recursive: true });
  await prepareClient(signal);
  console.log('Building the site and the bare pages');
  await buildSite(distDir, signal);
  await buildBareSite(signal);
  const server = await startEmbeddedPostgres(folder, { throwaway: true });
  try {
    const figures: SizeFigures[] = [];
    for (const size of chooseSizes()) {
      signal.throwIfAborted();
      console.log(`${size} practices: filling the database`);
      const { url, loaded } = await openGenerated(server, size);
      console.log(
        loaded ? `filled in ${loaded.rows.toFixed(1)} + ${loaded.search.toFixed(1)} s` : 'filled already',
      );
      const effort = { rounds: Number(options.rounds), ms: Number(options.ms) };
      figures.push(await measureSize(size, url, { distDir, folder, effort }));
    }
    await writeFile(path.join(folder, 'results.json'), JSON.stringify(figures, null, 1));
    console.log(printTables(figures));
  } finally {
    await server.stop();
  }
});

function chooseSizes(): number[] {
  if (options.sizes) return options.sizes.split(',').map(Number);
  return options.full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];
}
