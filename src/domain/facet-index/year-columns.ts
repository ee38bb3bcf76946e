import { type Bitset, wordsFor } from '#domain/facet-index/bitset';
import type { Selection } from '#domain/facet-index/selection';
import { type Years, yearLimits, yearSpan } from '#domain/years';

/** First and last year of each row, as years since `yearZero`. */
export type YearColumns = {
  /** With `unknownStart` added where only the last year is known. */
  firsts: Uint16Array;
  /** 0 where no year is known, which is before any that can be asked for. */
  lasts: Uint16Array;
};

const yearZero = yearLimits.first - 1;
const yearCount = yearLimits.last - yearZero;
const unknownStart = 0x8000;
const yearMask = unknownStart - 1;

/** The same with some rows written anew; `size` rows there are now. */
export function updateYears(
  columns: YearColumns,
  rows: readonly { place: number; years: Years }[],
  size: number,
  currentYear: number,
): YearColumns {
  const firsts = grow(columns.firsts, size);
  const lasts = grow(columns.lasts, size);
  for (const { place, years } of rows) {
    const span = yearSpan(years, currentYear);
    firsts[place] = (span ? span.first - yearZero : 0) + (years.start === null ? unknownStart : 0);
    lasts[place] = span ? span.last - yearZero : 0;
  }
  return { firsts, lasts };
}

/** The year a row began; null where it is not known. */
export function startYearAt({ firsts }: YearColumns, place: number): number | null {
  const first = firsts[place] ?? unknownStart;
  return first < unknownStart ? first + yearZero : null;
}

/** Rows active in a year of the range; null leaves a side open. */
export function selectYears(
  { firsts, lasts }: YearColumns,
  { from, to }: { from: number | null; to: number | null },
): Bitset {
  const set = new Uint32Array(wordsFor(firsts.length));
  const tooEarly = Math.max(1, (from ?? 0) - yearZero) - 1;
  const tooLate = (to === null ? yearCount : to - yearZero) + 1;
  for (let word = 0; word < set.length; word += 1) {
    const end = Math.min(firsts.length, word * 32 + 32);
    let bits = 0;
    for (let place = word * 32; place < end; place += 1) {
      const sinceFirst = ((firsts[place] ?? 0) & yearMask) - tooLate;
      const untilLast = tooEarly - (lasts[place] ?? 0);
      // Both below zero: the sign is the answer, without a branch that is taken as often as not.
      bits |= ((sinceFirst & untilLast) >>> 31) << (place & 31);
    }
    set[word] = bits;
  }
  return set;
}

/** Rows at the given places by year, for years that any of them has. */
export function countYearsOf(columns: YearColumns, places: Uint32Array): ReadonlyMap<number, number> {
  const counts = countByYear(columns, places);
  return new Map([...counts].flatMap((count, year) => (count > 0 ? [[year + yearZero, count]] : [])));
}

/** Rows of the selection by year: by those in it, or, where these are fewer, by those that are not. */
export function countYearsIn(
  columns: YearColumns,
  { fewer }: Selection,
  totals: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const { places, areInside } = fewer();
  const counts = countByYear(columns, places);
  return new Map(
    [...totals].map(([year, total]) => {
      const count = counts[year - yearZero] ?? 0;
      return [year, areInside ? count : total - count];
    }),
  );
}

/** A row is one more from its first year on, and one less after its last. */
function countByYear({ firsts, lasts }: YearColumns, places: Uint32Array): Int32Array {
  const counts = new Int32Array(yearCount + 2);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0;
    const last = lasts[place] ?? 0;
    if (last === 0) continue;
    const first = (firsts[place] ?? 0) & yearMask;
    counts[first] = (counts[first] ?? 0) + 1;
    counts[last + 1] = (counts[last + 1] ?? 0) - 1;
  }
  for (let i = 1; i < counts.length; i += 1) counts[i] = (counts[i] ?? 0) + (counts[i - 1] ?? 0);
  return counts;
}

function grow(column: Uint16Array, size: number): Uint16Array {
  const grown = new Uint16Array(new SharedArrayBuffer(size * 2));
  grown.set(column);
  return grown;
}
