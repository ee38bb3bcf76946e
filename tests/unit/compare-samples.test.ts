import { expect, test } from 'vitest';
import { compareSamples } from '#tests/support/compare-samples';

/** The same numbers in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(7);
const sample = (shift: number) => Array.from({ length: 250 }, () => random() + random() + random() + shift);

test('samples of one kind are not told apart', () => {
  const result = compareSamples(sample(0), sample(0), random);
  expect(Math.abs(result.auc - 0.5)).toBeLessThan(0.08);
  expect(result.kolmogorovSmirnov).toBeGreaterThan(0.01);
  expect(result.permutation).toBeGreaterThan(0.01);
});

test('samples that differ by a tenth are', () => {
  const result = compareSamples(sample(0), sample(0.2), random);
  expect(result.auc).toBeGreaterThan(0.6);
  expect(result.kolmogorovSmirnov).toBeLessThan(0.01);
  expect(result.permutation).toBeLessThan(0.01);
});

test('the numbers are those of the definition', () => {
  const { auc, means, medians } = compareSamples([1, 2, 3], [2, 3, 4], random);
  expect(auc).toBeCloseTo(7 / 9);
  expect(means).toEqual([2, 3]);
  expect(medians).toEqual([2, 3]);
});
