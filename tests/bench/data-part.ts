import { parseFilter, type RawParams } from '#domain/catalogue-filter';
import { bytesOf } from '#domain/facet-index';
import { keepAnswers } from '#server/catalogue/queries/known-answers';
import { listingOf } from '#server/catalogue/queries/listing';
import { type CatalogueSnapshot, loadSnapshot } from '#server/catalogue/queries/snapshot';
import { connectDatabase, type Database } from '#server/platform/db';
import { commonWord, rareWord } from '#tests/bench/generated-words';
import { quantile } from '#tests/bench/http-load';
import { indexQuestions } from '#tests/bench/scenarios';

/** Milliseconds. On a machine that does other work as well, `cpu` says what one costs this process, on average. */
export type Timed = { name: string; total: number; p50: number; p95: number; cpu: number };
export type DataPart = {
  records: number;
  /** Seconds from an empty process to the first answer. */
  ready: number;
  bytesPerRecord: number;
  /** Total, a page of ids and all counts from the index. */
  index: Timed[];
  /** All that a page of the list reads: search, index, cards, snippets. */
  listing: Timed[];
};

/** Rounds for the compiler, not timed. */
const warmUp = 15;
const rounds = 60;
const now = new Date('2026-11-23T12:00:00Z');

/** Loads the catalogue as an instance of the site does, and times what a request reads. */
async function measureDataPart(db: Database): Promise<DataPart> {
  const began = performance.now();
  const snapshot = await loadSnapshot(db, now);
  await snapshot.query(parseFilter({}), null, 'en');
  const ready = (performance.now() - began) / 1000;
  const records = snapshot.index.present.size;
  const orders = await Promise.all(snapshot.knownOrders.values());
  const columns = [snapshot.publishedAt, ...orders].reduce((sum, { byteLength }) => sum + byteLength, 0);
  return {
    records,
    ready,
    bytesPerRecord: (bytesOf(snapshot.index) + columns) / records,
    index: await measureAll(Object.entries(indexQuestions), async (params) => {
      return (await snapshot.query(parseFilter(params), null, 'en')).total;
    }),
    listing: await measureListing(db, snapshot),
  };
}

function measureListing(db: Database, snapshot: CatalogueSnapshot): Promise<Timed[]> {
  const asked = {
    'no filter': {},
    'country, years': { country: 'FR', from: '2015', to: '2018' },
    'rare word, asked for before': { q: rareWord },
    'rare word, for the first time': { q: rareWord, forget: 'yes' },
    'common word, asked for before': { q: commonWord },
    'common word, for the first time': { q: commonWord, forget: 'yes' },
  };
  return measureAll(Object.entries<RawParams>(asked), async ({ forget, ...params }) => {
    const shown = forget ? { ...snapshot, answers: keepAnswers(snapshot.index) } : snapshot;
    return (await listingOf(db, shown, parseFilter(params), 'en')).total;
  });
}

/** All in turn, round after round, so that none has the machine's good or bad moments for itself. */
async function measureAll<T>(asked: [string, T][], ask: (params: T) => Promise<number>): Promise<Timed[]> {
  const measured = asked.map(([name, params]) => {
    const times: number[] = [];
    return { name, params, times, cpu: 0, total: 0 };
  });
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const one of measured) {
      const [wall, cpu] = [performance.now(), process.cpuUsage()];
      one.total = await ask(one.params);
      if (round < 0) continue;
      one.times.push(performance.now() - wall);
      const { user, system } = process.cpuUsage(cpu);
      one.cpu += (user + system) / 1000 / rounds;
    }
  }
  return measured.map(({ name, total, times, cpu }) => {
    return { name, total, p50: quantile(times, 0.5), p95: quantile(times, 0.95), cpu };
  });
}

if (import.meta.main) {
  const db = connectDatabase(process.argv[2] ?? '');
  console.log(JSON.stringify(await measureDataPart(db)));
  await db.$disconnect();
  process.exit();
}
