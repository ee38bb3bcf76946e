import { parseFilter, type RawParams } from '#domain/catalogue-filter';
import { buildFacetIndex, bytesOf, type FacetIndex, updateFacetIndex } from '#domain/facet-index';
import { placesIn } from '#domain/facet-index/bitset';
import { queryFacetIndex } from '#domain/facet-index/query';
import { startYearAt } from '#domain/facet-index/year-columns';
import { generateRows } from '#tests/bench/generated-rows';

const pageSize = 20;
const currentYear = 2026;
/** Rounds for the compiler, not timed. */
const warmUp = 20;

/** What visitors ask, from nothing to much. */
const requests: Record<string, RawParams> = {
  'no filter': {},
  'one country': { country: 'AB' },
  'country, years': { country: 'AA', from: '2015', to: '2018' },
  'years alone': { from: '2012', to: '2014' },
  'one city': { city: 'city-12' },
  'three cities, a topic': { city: ['city-1', 'city-40', 'city-500'], topic: 'topic-3' },
  'everything chosen': {
    country: ['AA', 'AB', 'AC'],
    topic: ['topic-1', 'topic-2'],
    language: ['en', 'fr'],
    group: ['group-1', 'group-2', 'group-3'],
    place: 'city',
    from: '2008',
    to: '2018',
  },
  'half of all': { topic: ['topic-1', 'topic-2', 'topic-3', 'topic-4', 'topic-5'] },
  'page 400 of a topic': { topic: 'topic-1', page: '400' },
};

export type FacetIndexFigures = {
  records: number;
  /** Seconds; the making of the rows is not counted. */
  build: number;
  bytesPerRecord: number;
  /** Milliseconds for one changed practice. */
  update: number;
  /** Milliseconds. On a machine that does other work as well, `cpu` says what a question costs, on average. */
  requests: { name: string; total: number; p50: number; p95: number; cpu: number }[];
};

/** Builds an index of generated practices and times what is asked of it. */
export function measureFacetIndex(records: number, rounds = 60): FacetIndexFigures {
  const { index, order, build } = timeBuild(records);
  const change = [...generateRows(1)];
  const began = performance.now();
  updateFacetIndex(index, change, []);
  return {
    records,
    build,
    bytesPerRecord: (bytesOf(index) + order.byteLength) / records,
    update: performance.now() - began,
    requests: measureRequests(index, order, rounds),
  };
}

/** The rows are gone when this returns: a million of them would keep the garbage collector busy. */
function timeBuild(records: number) {
  const rows = [...generateRows(records)];
  const began = performance.now();
  const index = buildFacetIndex(rows, currentYear);
  const order = newestFirst(index);
  return { index, order, build: (performance.now() - began) / 1000 };
}

/** All requests in turn, round after round, so that none has the machine's good or bad moments for itself. */
function measureRequests(index: FacetIndex, order: Uint32Array, rounds: number) {
  const asked = Object.entries(requests).map(([name, params]) => {
    const times: number[] = [];
    return { name, filter: parseFilter(params), times, cpu: 0, total: 0 };
  });
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const request of asked) {
      const [wall, cpu] = [performance.now(), readCpu()];
      const { total } = queryFacetIndex(index, { filter: request.filter, found: null, order, pageSize });
      request.total = total;
      if (round < 0) continue;
      request.times.push(performance.now() - wall);
      request.cpu += (readCpu() - cpu) / rounds;
    }
  }
  return asked.map(({ name, total, times, cpu }) => {
    const sorted = times.sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
    return { name, total, p50: at(0.5), p95: at(0.95), cpu };
  });
}

function readCpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function newestFirst({ years, present }: FacetIndex): Uint32Array {
  const start = (place: number) => startYearAt(years, place) ?? 0;
  return placesIn(present.set, present.size).sort((a, b) => start(b) - start(a) || a - b);
}

/** Prints the figures for catalogues of 10,000, 100,000 and a million practices. */
export function printFacetIndexFigures(sizes: readonly number[] = [10_000, 100_000, 1_000_000]): void {
  for (const size of sizes) {
    const { build, bytesPerRecord, update, requests } = measureFacetIndex(size);
    console.log(
      `\n${size} practices: built in ${build.toFixed(2)} s, ${bytesPerRecord.toFixed(1)} bytes each, one change ${update.toFixed(1)} ms. In milliseconds:`,
    );
    console.table(
      requests.map(({ name, total, p50, p95, cpu }) => ({
        request: name,
        found: total,
        p50: Number(p50.toFixed(2)),
        p95: Number(p95.toFixed(2)),
        'cpu (mean)': Number(cpu.toFixed(2)),
      })),
    );
  }
}

if (import.meta.main) printFacetIndexFigures();
