import { type Bitset, setBit, sharedWords, wordsFor } from '#domain/facet-index/bitset';
import type { Selection } from '#domain/facet-index/selection';
import type { PlacedValues } from '#domain/facet-index/value-bits';

/** A facet of many values, most of them rare: the values of each row as codes, one row after the other. */
export type ValueLists = {
  kind: 'lists';
  codes: ReadonlyMap<string, number>;
  values: Uint16Array;
  /** Where each row's values begin, and at last where they end; null as long as every row has exactly one. */
  starts: Uint32Array | null;
};

const mostCodes = 65_536;

/** The same with some rows written anew, which come in the order of their places; `size` rows there are now. */
export function updateLists(lists: ValueLists, rows: readonly PlacedValues[], size: number): ValueLists {
  const codes = codesFor(lists, rows);
  const before = lists.starts ? lists.starts.length - 1 : lists.values.length;
  const single = lists.starts === null && rows.every(({ values }) => values.length === 1);
  const begin = (place: number) => (lists.starts ? (lists.starts[place] ?? 0) : place);
  const replaced = rows.filter(({ place }) => place < before);
  const dropped = replaced.reduce((sum, { place }) => sum + begin(place + 1) - begin(place), 0);
  const added = rows.reduce((sum, row) => sum + row.values.length, 0);
  const values = sharedShorts(lists.values.length - dropped + added);
  const starts = sharedWords(single ? 0 : size + 1);
  let written = 0;
  let next = 0;
  const copyUntil = (place: number) => {
    const shift = written - begin(next);
    values.set(lists.values.subarray(begin(next), begin(place)), written);
    if (!single) for (let row = next; row < place; row += 1) starts[row] = begin(row) + shift;
    written = begin(place) + shift;
  };
  for (const row of rows) {
    copyUntil(Math.min(row.place, before));
    starts[row.place] = written;
    for (const value of row.values) {
      values[written] = codes.get(value) ?? 0;
      written += 1;
    }
    next = Math.min(row.place + 1, before);
  }
  copyUntil(before);
  if (!single) starts[size] = written;
  return { kind: 'lists', codes, values, starts: single ? null : starts };
}

/** Rows that have at least one of the values. */
export function selectLists(lists: ValueLists, wanted: readonly string[], size: number): Bitset {
  const { codes, values, starts } = lists;
  const isWanted = new Uint8Array(codes.size);
  for (const value of wanted) {
    const code = codes.get(value);
    if (code !== undefined) isWanted[code] = 1;
  }
  const set = new Uint32Array(wordsFor(size));
  if (!starts) return markSingles(set, values, isWanted);
  let place = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (isWanted[values[i] ?? 0] === 0) continue;
    while ((starts[place + 1] ?? 0) <= i) place += 1;
    setBit(set, place);
  }
  return set;
}

/** Where each row has one value: 32 rows make a word. */
function markSingles(set: Bitset, values: Uint16Array, isWanted: Uint8Array): Bitset {
  for (let word = 0; word < set.length; word += 1) {
    const end = Math.min(values.length, word * 32 + 32);
    let bits = 0;
    for (let place = word * 32; place < end; place += 1)
      bits |= (isWanted[values[place] ?? 0] ?? 0) << (place & 31);
    set[word] = bits;
  }
  return set;
}

/** Rows of the selection by value: by those in it, or, where these are fewer, by those that are not. */
export function countInLists(
  lists: ValueLists,
  { fewer }: Selection,
  totals: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const { places, areInside } = fewer();
  const counts = countCodes(lists, places);
  return new Map(
    [...totals].map(([value, total]) => {
      const count = counts[lists.codes.get(value) ?? 0] ?? 0;
      return [value, areInside ? count : total - count];
    }),
  );
}

/** Rows at the given places by value. */
export function countListsOf(lists: ValueLists, places: Uint32Array): ReadonlyMap<string, number> {
  const counts = countCodes(lists, places);
  return new Map([...lists.codes].map(([value, code]) => [value, counts[code] ?? 0]));
}

function countCodes({ codes, values, starts }: ValueLists, places: Uint32Array): Uint32Array {
  const counts = new Uint32Array(codes.size);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0;
    const end = starts ? (starts[place + 1] ?? 0) : place + 1;
    for (let k = starts ? (starts[place] ?? 0) : place; k < end; k += 1) {
      const code = values[k] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

function codesFor({ codes }: ValueLists, rows: readonly PlacedValues[]): ReadonlyMap<string, number> {
  const known = new Map(codes);
  for (const { values } of rows)
    for (const value of values) if (!known.has(value)) known.set(value, known.size);
  if (known.size > mostCodes) throw new Error('a facet has more values than its codes can tell apart');
  return known;
}

function sharedShorts(length: number): Uint16Array {
  return new Uint16Array(new SharedArrayBuffer(length * 2));
}
