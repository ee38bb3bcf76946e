import { type Bitset, setBit, wordsFor } from '#domain/facet-index/bitset';
import { beginOf, type RowLengths, rowCountOf, toRowLengths } from '#domain/facet-index/row-lengths';
import type { Selection } from '#domain/facet-index/selection';
import type { PlacedValues } from '#domain/facet-index/value-bits';

/** A facet of many values, most of them rare: the values of each row as codes, one row after the other. */
export type ValueLists = {
  kind: 'lists';
  codes: ReadonlyMap<string, number>;
  values: Uint16Array;
  rows: RowLengths | null;
};

const mostCodes = 65_536;

/** The same with some rows written anew, which come in the order of their places; `size` rows there are now. */
export function updateLists(lists: ValueLists, rows: readonly PlacedValues[], size: number): ValueLists {
  const codes = codesFor(lists, rows);
  const before = lists.rows ? rowCountOf(lists.rows) : lists.values.length;
  const single = lists.rows === null && rows.every(({ values }) => values.length === 1);
  const begin = (place: number) => (lists.rows ? beginOf(lists.rows, place) : place);
  const replaced = rows.filter(({ place }) => place < before);
  const dropped = replaced.reduce((sum, { place }) => sum + begin(place + 1) - begin(place), 0);
  const added = rows.reduce((sum, row) => sum + row.values.length, 0);
  const values = sharedShorts(lists.values.length - dropped + added);
  let written = 0;
  let next = 0;
  const copyUntil = (place: number) => {
    const [from, to] = [begin(next), begin(place)];
    values.set(lists.values.subarray(from, to), written);
    written += to - from;
  };
  for (const row of rows) {
    copyUntil(Math.min(row.place, before));
    for (const value of row.values) {
      values[written] = codes.get(value) ?? 0;
      written += 1;
    }
    next = Math.min(row.place + 1, before);
  }
  copyUntil(before);
  return { kind: 'lists', codes, values, rows: single ? null : toRowLengths(lists.rows, before, rows, size) };
}

/** Rows that have at least one of the values. */
export function selectLists(lists: ValueLists, wanted: readonly string[], size: number): Bitset {
  const { codes, values, rows } = lists;
  const isWanted = new Uint8Array(codes.size);
  for (const value of wanted) {
    const code = codes.get(value);
    if (code !== undefined) isWanted[code] = 1;
  }
  const set = new Uint32Array(wordsFor(size));
  if (!rows) return markSingles(set, values, isWanted);
  let place = 0;
  let end = rows.lengths[0] ?? 0;
  for (let i = 0; i < values.length; i += 1) {
    if (isWanted[values[i] ?? 0] === 0) continue;
    while (end <= i) {
      place += 1;
      end += rows.lengths[place] ?? 0;
    }
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

function countCodes({ codes, values, rows }: ValueLists, places: Uint32Array): Uint32Array {
  const counts = new Uint32Array(codes.size);
  if (!rows) {
    for (let i = 0; i < places.length; i += 1) {
      const code = values[places[i] ?? 0] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    return counts;
  }
  const { lengths, blocks } = rows;
  // Places ascend: from one to the next within a block it is shorter than from the beginning of the block.
  let row = 0;
  let begin = 0;
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0;
    if (place >>> 5 !== row >>> 5 || place < row) {
      row = place & ~31;
      begin = blocks[place >>> 5] ?? 0;
    }
    for (; row < place; row += 1) begin += lengths[row] ?? 0;
    const end = begin + (lengths[place] ?? 0);
    for (let k = begin; k < end; k += 1) {
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
