import { type CatalogueFilter, type FacetName, facetNames, mapFacets } from '#domain/catalogue-filter';
import { type FacetIndex, placeOf, placesOf } from '#domain/facet-index';
import { type Bitset, hasBit, intersect, setBit, wordsFor } from '#domain/facet-index/bitset';
import { idAt } from '#domain/facet-index/id-table';
import { type Selection, selectionOf } from '#domain/facet-index/selection';
import { countInBits, selectBits } from '#domain/facet-index/value-bits';
import { countInLists, selectLists } from '#domain/facet-index/value-lists';
import { countYearsIn, selectYears } from '#domain/facet-index/year-columns';

export type FacetQuestion = {
  filter: CatalogueFilter;
  /** Places of what a text search found, best first, each once; null where nothing was searched for. */
  found: Uint32Array | null;
  /** Places of all public practices in the asked order; null: as they were found. */
  order: Uint32Array | null;
  pageSize: number;
};

export type FacetAnswer = {
  total: number;
  /** The page shown: the asked one, or the last where that is beyond it. */
  page: number;
  /** Ids of that page in the asked order. */
  ids: readonly string[];
  /** Per facet the count each value would give, ignoring the facet's own choice. Values that give nothing are there with 0. */
  counts: Record<FacetName, ReadonlyMap<string, number>>;
  /** Practices per year, ignoring the chosen range. */
  yearCounts: ReadonlyMap<number, number>;
};

/** Total, a page of ids and exact counts for a filter. */
export function queryFacetIndex(index: FacetIndex, question: FacetQuestion): FacetAnswer {
  const { chosen, inRange, without } = restrict(index, question.filter, question.found);
  const all = without(null);
  const total = all ? all.size : index.present.size;
  const pageCount = Math.max(1, Math.ceil(total / question.pageSize));
  const page = Math.min(question.filter.page, pageCount);
  const places = pageOf(all, question, page);
  return {
    total,
    page,
    ids: Array.from(places, (place) => idAt(index.ids, place)),
    counts: mapFacets((name) => countFacet(index, name, chosen[name] ? without(name) : all)),
    yearCounts: countYearsOrTotals(index, inRange ? without('years') : all),
  };
}

/** How many practices a filter finds. */
export function countMatches(index: FacetIndex, filter: CatalogueFilter, found: Uint32Array | null): number {
  return restrict(index, filter, found).without(null)?.size ?? index.present.size;
}

/** Places of ids, in their order; those that are not public are left out. */
export function placesOfIds(index: FacetIndex, ids: Iterable<string>): Uint32Array {
  return Uint32Array.from([...ids].map((id) => placeOf(index, id)).filter((place) => place >= 0));
}

/** The bitsets of each restriction (null: none), and the selection that all but one of them leave (null: everything). */
function restrict(index: FacetIndex, filter: CatalogueFilter, found: Uint32Array | null) {
  const chosen = mapFacets((name) => selectValues(index, name, filter.facets[name]));
  const ranged = filter.from !== null || filter.to !== null;
  const inRange = ranged ? selectYears(index.years, filter) : null;
  const text = found && selectPlaces(index, found);
  const without = (skip: FacetName | 'years' | null): Selection | null => {
    const sets = [
      ...facetNames.map((name) => (name === skip ? null : chosen[name])),
      skip === 'years' ? null : inRange,
      text,
    ].filter((set) => set !== null);
    if (sets.length === 0) return null;
    const rest = index.present.set.slice();
    for (const set of sets) intersect(rest, set);
    return selectionOf(rest, index.present);
  };
  return { chosen, inRange, without };
}

function selectValues(index: FacetIndex, name: FacetName, values: readonly string[]): Bitset | null {
  if (values.length === 0) return null;
  const facet = index.facets[name];
  const size = placesOf(index);
  return facet.kind === 'bits' ? selectBits(facet, values, size) : selectLists(facet, values, size);
}

function selectPlaces(index: FacetIndex, places: Uint32Array): Bitset {
  const set = new Uint32Array(wordsFor(placesOf(index)));
  for (let i = 0; i < places.length; i += 1) setBit(set, places[i] ?? 0);
  return set;
}

function countFacet(index: FacetIndex, name: FacetName, rows: Selection | null): ReadonlyMap<string, number> {
  const facet = index.facets[name];
  const totals = index.totals.facets[name];
  if (rows === null) return totals;
  if (facet.kind === 'lists') return countInLists(facet, rows, totals);
  return countInBits(facet, rows, totals);
}

function countYearsOrTotals(index: FacetIndex, rows: Selection | null): ReadonlyMap<number, number> {
  return rows ? countYearsIn(index.years, rows, index.totals.years) : index.totals.years;
}

/** Walks the order only as far as the page needs. */
function pageOf(
  rows: Selection | null,
  { order, found, pageSize }: FacetQuestion,
  page: number,
): Uint32Array {
  const places = order ?? found ?? new Uint32Array();
  const first = (page - 1) * pageSize;
  if (rows === null) return places.subarray(first, first + pageSize);
  const shown: number[] = [];
  let passed = 0;
  for (let i = 0; i < places.length && shown.length < pageSize; i += 1) {
    const place = places[i] ?? 0;
    if (!hasBit(rows.set, place)) continue;
    if (passed >= first) shown.push(place);
    passed += 1;
  }
  return Uint32Array.from(shown);
}
