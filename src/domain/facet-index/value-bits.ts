import {
  type Bitset,
  clearBit,
  countCommon,
  countCommonIn,
  growBitset,
  setBit,
  unite,
  wordsFor,
} from '#domain/facet-index/bitset';
import type { Selection } from '#domain/facet-index/selection';

/**
 * A facet of few values: one bitset of rows for each value, and one small number for each row with a bit for each of its
 * values. The first serve to select, and to count among many rows; the second to count among few.
 */
export type ValueBits = {
  kind: 'bits';
  /** In the order of their bits in `masks`. */
  sets: ReadonlyMap<string, Bitset>;
  /** Null where there are more values than bits. */
  masks: Masks | null;
};
type Masks = Uint8Array | Uint16Array | Uint32Array;

/** What a row has of a facet. */
export type PlacedValues = { place: number; values: readonly string[] };

/** To look at one row costs about as much as to look at this many words of a bitset. */
const wordsPerRow = 5;

/** The same with some rows written anew; `before` rows were there, `size` are now. */
export function updateBits(
  bits: ValueBits,
  rows: readonly PlacedValues[],
  before: number,
  size: number,
): ValueBits {
  const sets = new Map([...bits.sets].map(([value, set]) => [value, growBitset(set, size)]));
  const known = [...sets.values()];
  for (const { place, values } of rows) {
    if (place < before) for (const set of known) clearBit(set, place);
    for (const value of values) {
      const set = sets.get(value) ?? growBitset(undefined, size);
      sets.set(value, set);
      setBit(set, place);
    }
  }
  return { kind: 'bits', sets, masks: updateMasks(bits.masks, [...sets.keys()], rows, size) };
}

/** Rows that have at least one of the values. */
export function selectBits({ sets }: ValueBits, values: readonly string[], size: number): Bitset {
  const [first, ...rest] = values.flatMap((value) => sets.get(value) ?? []);
  if (!first) return new Uint32Array(wordsFor(size));
  if (rest.length === 0) return first;
  const union = first.slice();
  for (const set of rest) unite(union, set);
  return union;
}

/** Rows of a set by value. */
export function countBitsOf({ sets }: ValueBits, rows: Bitset): ReadonlyMap<string, number> {
  return new Map([...sets].map(([value, set]) => [value, countCommon(set, rows)]));
}

/** Rows of a selection by value, for values that have a total. */
export function countInBits(
  { sets, masks }: ValueBits,
  { set, words, fewer }: Selection,
  totals: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const { places, areInside } = fewer();
  const filled = words();
  const wordsToRead = sets.size * (filled?.length ?? set.length);
  const inMasks = masks && places.length * wordsPerRow < wordsToRead ? countMasks(masks, places) : null;
  const counts = new Map<string, number>();
  let bit = 0;
  for (const [value, rows] of sets) {
    const total = totals.get(value);
    if (total !== undefined) counts.set(value, inMasks ? countOf(total, bit) : countIn(rows));
    bit += 1;
  }
  return counts;

  function countOf(total: number, position: number): number {
    const count = inMasks?.[position] ?? 0;
    return areInside ? count : total - count;
  }
  function countIn(rows: Bitset): number {
    return filled ? countCommonIn(filled, rows, set) : countCommon(rows, set);
  }
}

function countMasks(masks: Masks, places: Uint32Array): Uint32Array {
  const counts = new Uint32Array(32);
  for (let i = 0; i < places.length; i += 1) {
    let mask: number = masks[places[i] ?? 0] ?? 0;
    while (mask !== 0) {
      const bit = 31 - Math.clz32(mask & -mask);
      counts[bit] = (counts[bit] ?? 0) + 1;
      mask &= mask - 1;
    }
  }
  return counts;
}

function updateMasks(
  before: Masks | null,
  values: readonly string[],
  rows: readonly PlacedValues[],
  size: number,
): Masks | null {
  if (before === null || values.length > 32) return null;
  const masks = makeMasks(values.length, size);
  masks.set(before);
  const bitOf = new Map(values.map((value, bit) => [value, bit]));
  for (const row of rows)
    masks[row.place] = row.values.reduce((mask, value) => mask | (1 << (bitOf.get(value) ?? 0)), 0);
  return masks;
}

function makeMasks(bits: number, size: number): Masks {
  if (bits <= 8) return new Uint8Array(new SharedArrayBuffer(size));
  if (bits <= 16) return new Uint16Array(new SharedArrayBuffer(size * 2));
  return new Uint32Array(new SharedArrayBuffer(size * 4));
}
