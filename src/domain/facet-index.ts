import { type CatalogueFilter, type FacetName, facetNames, mapFacets } from '#domain/catalogue-filter';
import { type Years, yearSpan } from '#domain/years';

/** What the index needs of one published practice. */
export type FacetRow = { id: string; years: Years; facets: Record<FacetName, readonly string[]> };

type Bitset = Uint32Array;

/**
 * Published practices as columns and bitsets: one bit per practice (its place in `rows`) for each facet value.
 * Pure and unchanging; a new catalogue is a new index.
 */
export type FacetIndex = {
  size: number;
  ids: readonly string[];
  bits: Record<FacetName, ReadonlyMap<string, Bitset>>;
  /** Practices by year of activity, from the first to the last year of the catalogue. */
  years: ReadonlyMap<number, Bitset>;
};

export type FacetAnswer = {
  total: number;
  /** Places of the matching practices in the index, in the asked order. */
  matches: readonly number[];
  /** Per facet the count each value would give, ignoring the facet's own choice. Values that give nothing are there with 0. */
  counts: Record<FacetName, ReadonlyMap<string, number>>;
  /** Practices per year, ignoring the chosen range. */
  yearCounts: ReadonlyMap<number, number>;
};

/** Builds the index. `currentYear` closes the intervals of ongoing practices. */
export function buildFacetIndex(rows: readonly FacetRow[], currentYear: number): FacetIndex {
  const bits = mapFacets(() => new Map<string, Bitset>());
  const years = new Map<number, Bitset>();
  rows.forEach((row, place) => {
    for (const name of facetNames)
      for (const value of row.facets[name]) mark(bits[name], value, place, rows.length);
    const span = yearSpan(row.years, currentYear);
    for (let year = span?.first ?? 1; year <= (span?.last ?? 0); year += 1)
      mark(years, year, place, rows.length);
  });
  return { size: rows.length, ids: rows.map((row) => row.id), bits, years };
}

/**
 * Total, places and exact counts for a filter. `found` restricts to the ids a text search gave (null: no search);
 * `order` lists all places in the asked order.
 */
export function queryFacetIndex(
  index: FacetIndex,
  filter: CatalogueFilter,
  found: ReadonlySet<string> | null,
  order: readonly number[],
): FacetAnswer {
  const { chosen, inRange, without } = restrict(index, filter, found);
  const all = without(null);
  const matches = order.filter((place) => has(all, place));
  return {
    total: matches.length,
    matches,
    counts: mapFacets((name) => countEach(index.bits[name], chosen[name] ? without(name) : all)),
    yearCounts: countEach(index.years, inRange ? without('years') : all),
  };
}

/** How many practices a filter finds. */
export function countMatches(
  index: FacetIndex,
  filter: CatalogueFilter,
  found: ReadonlySet<string> | null,
): number {
  const all = restrict(index, filter, found).without(null);
  return countCommon(all, all);
}

/** The bitsets of each restriction (null: none), and their intersection without one of them. */
function restrict(index: FacetIndex, filter: CatalogueFilter, found: ReadonlySet<string> | null) {
  const chosen = mapFacets((name) => unionOf(index, index.bits[name], filter.facets[name]));
  const inRange = rangeOf(index, filter);
  const text = found && bitsOf(index, (id) => found.has(id));
  const without = (skip: FacetName | 'years' | null) =>
    intersect(index.size, [
      ...facetNames.map((name) => (name === skip ? null : chosen[name])),
      skip === 'years' ? null : inRange,
      text,
    ]);
  return { chosen, inRange, without };
}

function mark<K>(sets: Map<K, Bitset>, key: K, place: number, size: number) {
  const set = sets.get(key) ?? emptyBitset(size);
  sets.set(key, set);
  setBit(set, place);
}

function emptyBitset(size: number): Bitset {
  return new Uint32Array(Math.ceil(size / 32));
}

function setBit(set: Bitset, place: number) {
  set[place >>> 5] = (set[place >>> 5] ?? 0) | (1 << (place & 31));
}

function has(set: Bitset, place: number): boolean {
  return ((set[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
}

function bitsOf(index: FacetIndex, keep: (id: string) => boolean): Bitset {
  const set = emptyBitset(index.size);
  index.ids.forEach((id, place) => {
    if (keep(id)) setBit(set, place);
  });
  return set;
}

/** Null when nothing is chosen: the facet does not restrict. */
function unionOf<K>(index: FacetIndex, sets: ReadonlyMap<K, Bitset>, keys: readonly K[]): Bitset | null {
  if (keys.length === 0) return null;
  const union = emptyBitset(index.size);
  for (const key of keys)
    sets.get(key)?.forEach((word, i) => {
      union[i] = (union[i] ?? 0) | word;
    });
  return union;
}

function rangeOf(index: FacetIndex, { from, to }: CatalogueFilter): Bitset | null {
  if (from === null && to === null) return null;
  const inside = [...index.years.keys()].filter((year) => year >= (from ?? year) && year <= (to ?? year));
  return unionOf(index, index.years, inside) ?? emptyBitset(index.size);
}

function intersect(size: number, sets: readonly (Bitset | null)[]): Bitset {
  const result = emptyBitset(size).fill(0xffffffff);
  if (size % 32) result[result.length - 1] = (1 << (size % 32)) - 1;
  for (const set of sets)
    set?.forEach((word, i) => {
      result[i] = (result[i] ?? 0) & word;
    });
  return result;
}

function countEach<K>(sets: ReadonlyMap<K, Bitset>, within: Bitset): ReadonlyMap<K, number> {
  return new Map([...sets].map(([key, set]) => [key, countCommon(set, within)]));
}

function countCommon(a: Bitset, b: Bitset): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 1) count += bitCount((a[i] ?? 0) & (b[i] ?? 0));
  return count;
}

/** Number of ones in 32 bits (Warren, Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
