import { type FacetName, mapFacets } from '#domain/catalogue-filter';
import {
  type Bitset,
  clearBit,
  countBits,
  growBitset,
  hasBit,
  placesIn,
  setBit,
} from '#domain/facet-index/bitset';
import { addIds, emptyIdTable, type IdTable, idAt, placeOfId } from '#domain/facet-index/id-table';
import { countBitsOf, updateBits, type ValueBits } from '#domain/facet-index/value-bits';
import { countListsOf, updateLists, type ValueLists } from '#domain/facet-index/value-lists';
import { countYearsOf, updateYears, type YearColumns } from '#domain/facet-index/year-columns';
import type { Years } from '#domain/years';

/** What the index needs of one published practice. */
export type FacetRow = { id: string; years: Years; facets: Record<FacetName, readonly string[]> };

type Counts<K> = ReadonlyMap<K, number>;

/**
 * Published practices as columns: each has a place, which it keeps as long as the index lives, withdrawn or not. Pure
 * and unchanging: an update is a new index, which copies columns but looks at changed rows only. All columns lie in
 * shared memory, so that a worker thread gets the index without a copy.
 */
export type FacetIndex = {
  /** Closes the intervals of ongoing practices. */
  currentYear: number;
  ids: IdTable;
  /** Places of the practices that are public now. */
  present: { set: Bitset; size: number };
  facets: Record<FacetName, ValueBits | ValueLists>;
  years: YearColumns;
  /** What each value and year gives without a filter. */
  totals: { facets: Record<FacetName, Counts<string>>; years: Counts<number> };
};

/** Rows that are written in one go while an index is built: bounds the memory that waits. */
const rowsAtOnce = 50_000;

/** Builds the index. `currentYear` closes the intervals of ongoing practices. */
export function buildFacetIndex(rows: Iterable<FacetRow>, currentYear: number): FacetIndex {
  let index = emptyFacetIndex(currentYear);
  let waiting: FacetRow[] = [];
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length < rowsAtOnce) continue;
    index = addRows(index, waiting);
    waiting = [];
  }
  return countTotals(addRows(index, waiting));
}

/** The index after rows were added or changed and others taken out. Answers as if it had been built anew. */
export function updateFacetIndex(
  index: FacetIndex,
  changed: readonly FacetRow[],
  removedIds: readonly string[],
): FacetIndex {
  const written = addRows(index, changed);
  // Its own since the rows were written, so it may be changed here.
  const { set } = written.present;
  for (const id of removedIds) {
    const place = placeOfId(written.ids, id);
    if (place >= 0) clearBit(set, place);
  }
  return countTotals({ ...written, present: { set, size: countBits(set) } });
}

/** The place of a public practice; -1 where there is none. */
export function placeOf({ ids, present }: FacetIndex, id: string): number {
  const place = placeOfId(ids, id);
  return place >= 0 && hasBit(present.set, place) ? place : -1;
}

/** Places given out so far, those of practices taken out included. */
export function placesOf({ ids }: Pick<FacetIndex, 'ids'>): number {
  return ids.keys.length;
}

/** Ids of all public practices. */
export function idsOf({ ids, present }: FacetIndex): string[] {
  return Array.from(placesIn(present.set, present.size), (place) => idAt(ids, place));
}

/** Bytes of the columns. */
export function bytesOf({ ids, present, facets, years }: FacetIndex): number {
  const ofFacets = Object.values(facets).flatMap((facet) =>
    facet.kind === 'bits'
      ? [...facet.sets.values(), facet.masks]
      : [facet.values, facet.rows?.lengths, facet.rows?.blocks],
  );
  return [ids.keys, ids.slots, present.set, years.firsts, years.lasts, ...ofFacets].reduce(
    (sum, column) => sum + (column?.byteLength ?? 0),
    0,
  );
}

/** An index without rows. Rows that come by and by are added with `addRows`, and counted once with `countTotals`. */
export function emptyFacetIndex(currentYear: number): FacetIndex {
  return {
    currentYear,
    ids: emptyIdTable(),
    present: { set: new Uint32Array(), size: 0 },
    facets: { ...mapFacets(emptyBits), country: emptyLists(), city: emptyLists() },
    years: { firsts: new Uint16Array(), lasts: new Uint16Array() },
    totals: { facets: mapFacets(() => new Map<string, number>()), years: new Map() },
  };
}

function emptyBits(): ValueBits {
  return { kind: 'bits', sets: new Map(), masks: new Uint8Array() };
}

function emptyLists(): ValueLists {
  return { kind: 'lists', codes: new Map(), values: new Uint16Array(), rows: null };
}

/** The index with rows added or written anew; its totals are left as they were. */
export function addRows(index: FacetIndex, rows: readonly FacetRow[]): FacetIndex {
  const before = placesOf(index);
  const ids = addIds(
    index.ids,
    rows.map(({ id }) => id).filter((id) => placeOfId(index.ids, id) < 0),
  );
  const size = ids.keys.length;
  const placed = rows
    .map((row) => ({ ...row, place: placeOfId(ids, row.id) }))
    .sort((a, b) => a.place - b.place);
  const set = growBitset(index.present.set, size);
  for (const { place } of placed) setBit(set, place);
  const facets = mapFacets((name) => {
    const values = placed.map((row) => ({ place: row.place, values: row.facets[name] }));
    const facet = index.facets[name];
    return facet.kind === 'bits' ? updateBits(facet, values, before, size) : updateLists(facet, values, size);
  });
  const years = updateYears(index.years, placed, size, index.currentYear);
  return { ...index, ids, present: { set, size: countBits(set) }, facets, years };
}

/** The index with its totals counted anew. Values that no public practice has any more are left out. */
export function countTotals(index: FacetIndex): FacetIndex {
  const { set, size } = index.present;
  const places = placesIn(set, size);
  const facets = mapFacets((name) => {
    const facet = index.facets[name];
    const counts = facet.kind === 'bits' ? countBitsOf(facet, set) : countListsOf(facet, places);
    return new Map([...counts].filter(([, count]) => count > 0));
  });
  return { ...index, totals: { facets, years: countYearsOf(index.years, places) } };
}
