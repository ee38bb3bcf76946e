import path from 'node:path';
import { z } from 'zod';
import { findFreePort } from '#scripts/free-port';
import { Refusal } from '#scripts/refusal';
import { runScript } from '#scripts/run-program';
import { type Site, serveSite } from '#scripts/serve-site';
import { ROOT } from '#scripts/settings';
import { serveBareSite } from '#tests/bench/bare-site';
import { captureMarkup, compareMarkup } from '#tests/bench/capture-markup';
import { countQueries } from '#tests/bench/count-queries';
import { measureTarget } from '#tests/bench/http-load';
import { type Effort, type Measured, measureCosts, type Pair } from '#tests/bench/measure-cost';
import { measureBytes, type PageBytes } from '#tests/bench/page-bytes';
import { scenarios } from '#tests/bench/scenarios';

const Timed = z.object({
  name: z.string(),
  total: z.number(),
  p50: z.number(),
  p95: z.number(),
  cpu: z.number(),
});
const DataPart = z.object({
  records: z.number(),
  ready: z.number(),
  bytesPerRecord: z.number(),
  index: z.array(Timed),
  listing: z.array(Timed),
});

export type SizeFigures = {
  size: number;
  data: z.output<typeof DataPart>;
  costs: Measured[];
  queries: { name: string; queries: number }[];
  bytes: { name: string; bytes: PageBytes }[];
  /** Scripts of the least page that Next renders. */
  nextJs: number;
};

const asked = scenarios();

/** Everything that is measured of a catalogue of one size: in a process of its own, and through the running site. */
export async function measureSize(
  size: number,
  databaseUrl: string,
  { distDir, folder, effort }: { distDir: string; folder: string; effort: Effort },
): Promise<SizeFigures> {
  const data = await measureData(databaseUrl);
  const queries = await measureQueries(databaseUrl, distDir, folder);
  const site = await serve(databaseUrl, distDir, folder);
  try {
    const markup = path.join(folder, `markup-${size}.json`);
    await captureMarkup(site.origin, asked, markup);
    const bare = await serveBareSite(markup);
    try {
      const pairs = await makePairs(site, bare);
      await checkPairs(site, pairs);
      const costs = [...(await measureCosts(pairs, 1, effort)), ...(await measureCosts(pairs, 8, effort))];
      const pages = asked.filter(({ known, path: address }) => !known && !address.startsWith('/api/'));
      const bytes = await Promise.all(
        pages.map(async (page) => ({ name: page.name, bytes: await measureBytes(site.origin, page.path) })),
      );
      const nextJs = (await measureBytes(bare.origin, '/minimal')).js;
      return { size, data, costs, queries, bytes, nextJs };
    } finally {
      await bare.stop();
    }
  } finally {
    await site.stop();
  }
}

type Served = Site & { origin: string };

async function serve(databaseUrl: string, distDir: string, dataFolder: string): Promise<Served> {
  const port = await findFreePort();
  const onSpawn = async () => {};
  const site = await serveSite({ databaseUrl, dataFolder, port, distDir, onSpawn, quiet: true });
  return { ...site, origin: `http://127.0.0.1:${port}` };
}

async function makePairs(site: Served, bare: { origin: string; pid: number }): Promise<Pair[]> {
  return Promise.all(
    asked.map(async (scenario) => {
      const url = site.origin + scenario.path;
      const known = scenario.known ? (await fetch(url)).headers.get('etag') : null;
      return {
        real: {
          name: scenario.name,
          url,
          ...(known ? { headers: { 'if-none-match': known }, status: 304 } : {}),
        },
        realPid: site.pid,
        bare: { name: scenario.bare, url: `${bare.origin}/${scenario.bare}` },
        barePid: bare.pid,
      };
    }),
  );
}

/** A real page and its bare one hold the same, and the site itself knows nothing of bare pages. */
async function checkPairs(site: Served, pairs: readonly Pair[]): Promise<void> {
  for (const { real, bare } of pairs) {
    const isPage = !real.status && !real.url.includes('/api/');
    if (isPage) await compareMarkup(real.url, bare.url);
    const { status } = await fetch(site.origin + new URL(bare.url).pathname);
    if (status !== 404) throw new Error(`the site itself answers ${status} to ${bare.url}`);
  }
}

/** Statements that one request sends, once everything that a process reads only once has been read. */
async function measureQueries(
  databaseUrl: string,
  distDir: string,
  folder: string,
): Promise<SizeFigures['queries']> {
  const counting = await countQueries(databaseUrl);
  try {
    const site = await serve(counting.url, distDir, folder);
    try {
      const counts: SizeFigures['queries'] = [];
      for (const { name, path: address, known } of asked) {
        if (known) continue;
        const target = { name, url: site.origin + address };
        await measureTarget(target, 1, 500);
        counting.take();
        const { requests } = await measureTarget(target, 1, 500);
        counts.push({ name, queries: counting.take() / requests });
      }
      return counts;
    } finally {
      await site.stop();
    }
  } finally {
    await counting.stop();
  }
}

async function measureData(databaseUrl: string): Promise<SizeFigures['data']> {
  const run = await runScript(path.join(ROOT, 'tests/bench/data-part.ts'), [databaseUrl], { cwd: ROOT });
  const last = run.output.trim().split('\n').at(-1) ?? '';
  if (run.code !== 0) throw new Refusal('The data part could not be measured.', run.output);
  return DataPart.parse(JSON.parse(last));
}
