import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildFacetIndex, placeOf, placesOf, updateFacetIndex } from '#domain/facet-index';
import { startYearAt } from '#domain/facet-index/year-columns';
import { orderByStart, updateStartOrder } from '#domain/start-order';
import { catalogueOf, changeOf } from '#tests/support/generated-catalogue';

const size = 70;
const sort = fc.constantFrom('newest' as const, 'oldest' as const);
const times = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: size + 20, maxLength: size + 20 });

test('by the year of the beginning, then by when it was published; without a year last', () => {
  fc.assert(
    fc.property(catalogueOf(size), times, sort, (rows, seconds, by) => {
      const index = buildFacetIndex(rows, 2026);
      const publishedAt = Uint32Array.from(seconds);
      const direction = by === 'newest' ? -1 : 1;
      const expected = Array.from({ length: size }, (_, place) => place).sort((a, b) => {
        const [first, second] = [startYearAt(index.years, a), startYearAt(index.years, b)];
        const unknown = Number(first === null) - Number(second === null);
        const years = direction * ((first ?? 0) - (second ?? 0));
        return unknown || years || direction * ((publishedAt[a] ?? 0) - (publishedAt[b] ?? 0)) || a - b;
      });
      expect([...orderByStart({ index, publishedAt }, by)]).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('an order after a change is the one that is made anew', () => {
  fc.assert(
    fc.property(catalogueOf(size), changeOf(size), times, times, sort, (rows, change, before, after, by) => {
      const index = buildFacetIndex(rows, 2026);
      const order = orderByStart({ index, publishedAt: Uint32Array.from(before) }, by);
      const changed = updateFacetIndex(index, change.changed, change.removedIds);
      const places = new Set(
        change.changed.map(({ id }) => placeOf(changed, id)).filter((place) => place >= 0),
      );
      const publishedAt = Uint32Array.from({ length: placesOf(changed) }, (_, place) =>
        Number((places.has(place) ? after : before)[place]),
      );
      const dated = { index: changed, publishedAt };
      expect([...updateStartOrder(dated, by, order, places)]).toEqual([...orderByStart(dated, by)]);
    }),
    { numRuns: 700 },
  );
});
