import type { SizeFigures } from '#tests/bench/measure-size';
import type { BenchResult } from '#tests/bench/report';

type Goal = {
  name: string;
  /** What must not be exceeded at a size; null where nothing is asked. */
  limit: (size: number) => number | null;
  measured: (one: SizeFigures) => number | undefined;
};

export type Judged = { name: string; size: number | null; limit: number; measured: number; met: boolean };

const bySize = (limits: Record<number, number>) => (size: number) => limits[size] ?? null;
const always = (limit: number) => () => limit;
/** The dearer of one and eight connections. */
const ratio = (name: string) => (one: SizeFigures) =>
  Math.max(...one.costs.filter((cost) => cost.name === name).map((cost) => cost.ratio));
const queries = (wanted: string) => (one: SizeFigures) =>
  Math.max(...one.queries.filter(({ name }) => name.startsWith(wanted)).map((count) => count.queries));

const goals: readonly Goal[] = [
  {
    name: 'listing with 2 filters, cost ratio',
    limit: bySize({ 10000: 1.2, 100000: 1.3, 1000000: 2.5 }),
    measured: ratio('listing, 2 filters'),
  },
  {
    name: 'total, all counts and ids, ms at p95 (dearest question)',
    limit: bySize({ 10000: 1, 100000: 2, 1000000: 15 }),
    measured: (one) => Math.max(...one.data.index.map(({ p95 }) => p95)),
  },
  {
    name: 'listing with a rare word, cost ratio',
    limit: bySize({ 10000: 1.25 }),
    measured: ratio('listing, rare word'),
  },
  {
    name: 'listing with a common word, cost ratio',
    limit: bySize({ 100000: 2 }),
    measured: ratio('listing, common word'),
  },
  { name: '304, cost ratio', limit: always(0.15), measured: ratio('304') },
  { name: 'queries of a listing', limit: always(3), measured: queries('listing') },
  { name: 'queries of a record', limit: always(4), measured: queries('record') },
  { name: 'queries of a suggestion', limit: always(1), measured: queries('suggestion') },
  { name: 'index, bytes a record', limit: always(50), measured: (one) => one.data.bytesPerRecord },
  { name: 'ready after, s', limit: bySize({ 1000000: 5 }), measured: (one) => one.data.ready },
];

/** The goals that this run can say something about. */
export function judge({ sizes, content, relevance }: BenchResult): Judged[] {
  const ofSizes = goals.flatMap(({ name, limit, measured }) =>
    sizes.flatMap((one) => most(name, one.size, limit(one.size), measured(one))),
  );
  const nextJs = sizes[0]?.nextJs;
  const ofContent = content.flatMap(({ page, bytes, scores, paint, shift }) => [
    ...most(`${page}: JavaScript above what Next ships, kB`, null, 10, nextJs && (bytes.js - nextJs) / 1000),
    ...(page === 'listing' ? most('listing: HTML, kB', null, 14, bytes.html / 1000) : []),
    ...least(`${page}: Lighthouse performance`, 99, scores?.performance),
    ...least(`${page}: Lighthouse accessibility`, 100, scores?.accessibility),
    ...least(`${page}: Lighthouse best practices`, 100, scores?.['best-practices']),
    ...least(`${page}: Lighthouse SEO`, 100, scores?.seo),
    ...most(`${page}: largest paint, s`, null, 1.2, paint === null ? undefined : paint / 1000),
    ...most(`${page}: layout shift`, null, 0.01, shift ?? undefined),
  ]);
  const ofWords = [
    ...least('recall@10', 0.95, relevance?.recall),
    ...least('precision@5', 0.9, relevance?.precision),
  ];
  return [...ofSizes, ...ofContent, ...ofWords];
}

function most(
  name: string,
  size: number | null,
  limit: number | null,
  measured: number | undefined,
): Judged[] {
  if (limit === null || measured === undefined) return [];
  return [{ name: `${name} ≤`, size, limit, measured, met: measured <= limit }];
}

function least(name: string, limit: number, measured: number | undefined): Judged[] {
  if (measured === undefined) return [];
  return [{ name: `${name} ≥`, size: null, limit, measured, met: measured >= limit }];
}
