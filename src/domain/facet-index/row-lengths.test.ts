import { expect, test } from 'vitest';
import { beginOf, rowCountOf, toRowLengths } from '#domain/facet-index/row-lengths';

const rowOf = (place: number, length: number) => ({ place, values: Array.from({ length }, () => 'x') });
const begins = (lengths: number[]) => [
  0,
  ...lengths.map((_, i) => lengths.slice(0, i + 1).reduce((sum, one) => sum + one, 0)),
];

test('values begin where those before them end, also at the end of a block', () => {
  for (const count of [1, 31, 32, 33, 64, 65]) {
    const lengths = Array.from({ length: count }, (_, i) => (i * 7) % 4);
    const rows = toRowLengths(
      null,
      0,
      lengths.map((length, place) => rowOf(place, length)),
      count,
    );
    expect(rowCountOf(rows)).toBe(count);
    expect(Array.from({ length: count + 1 }, (_, place) => beginOf(rows, place))).toEqual(begins(lengths));
  }
});

test('rows that had one value each are told from new ones', () => {
  const rows = toRowLengths(null, 3, [rowOf(1, 0), rowOf(3, 2)], 4);
  expect(Array.from({ length: 5 }, (_, place) => beginOf(rows, place))).toEqual([0, 1, 1, 2, 4]);
});

test('a row with very many values needs wider numbers, and keeps them', () => {
  const narrow = toRowLengths(null, 0, [rowOf(0, 255)], 1);
  expect(narrow.lengths).toBeInstanceOf(Uint8Array);
  const wide = toRowLengths(narrow, 1, [rowOf(1, 300)], 2);
  expect([beginOf(wide, 1), beginOf(wide, 2)]).toEqual([255, 555]);
  const after = toRowLengths(wide, 2, [rowOf(0, 1)], 2);
  expect([beginOf(after, 1), beginOf(after, 2)]).toEqual([1, 301]);
});
