import { describe, expect, test } from 'vitest';
import {
  countRestrictions,
  emptyReviewFilter,
  parseReviewFilter,
  type ReviewFilter,
  reviewSorts,
  reviewTabs,
  serializeReviewFilter,
} from '#domain/review-filter';

const pick = <T>(values: readonly T[], turn: number): T | undefined => values[turn % values.length];

/** Many filters that differ in everything, the same at every run. */
function* manyFilters(): Generator<ReviewFilter> {
  for (let turn = 0; turn < 2_000; turn += 1)
    yield {
      tab: pick(reviewTabs, turn) ?? 'waiting',
      q: pick(['', 'café & thé', 'IC-2026-0042', 'بيت اللغات', '100 % = +'], turn >> 1) ?? '',
      country: pick(['', 'IE', 'AL'], turn >> 2) ?? '',
      language: pick(['', 'en', 'sr-Latn'], turn >> 3) ?? '',
      topic: pick(['', 'education'], turn >> 4) ?? '',
      editor: pick(['', 'nobody', 'abcdefghij'], turn >> 5) ?? '',
      late: turn % 3 === 0,
      sort: pick(reviewSorts, turn >> 1) ?? 'waiting',
      page: (turn % 7) + 1,
    };
}

describe('a filter of the queue', () => {
  test('comes back from its address as it was', () => {
    for (const filter of manyFilters()) {
      const query = Object.fromEntries(new URLSearchParams(serializeReviewFilter(filter)));
      expect(parseReviewFilter(query)).toEqual(filter);
    }
  });

  test('says nothing of what is a default', () => {
    expect(serializeReviewFilter(emptyReviewFilter)).toBe('');
    expect(parseReviewFilter({})).toEqual(emptyReviewFilter);
  });

  test('falls back where a value says nothing', () => {
    const bad = {
      ...{ tab: 'all', q: ['', 'second'], country: 'ie', language: '../en', topic: "a' or 1=1", sort: 'x' },
      ...{ editor: 'A'.repeat(10), late: 'yes', page: '0' },
    };
    expect(parseReviewFilter(bad)).toEqual(emptyReviewFilter);
    expect(parseReviewFilter({ page: '1e9' }).page).toBe(1);
    expect(parseReviewFilter({ q: `a\0b\uD800  c${'x'.repeat(500)}` }).q).toMatch(/^a b cx{90,}$/);
  });

  test('counts what restricts it', () => {
    expect(countRestrictions({ ...emptyReviewFilter, tab: 'mine', sort: 'due' })).toBe(0);
    expect(countRestrictions({ ...emptyReviewFilter, q: 'tea', late: true })).toBe(2);
  });
});
