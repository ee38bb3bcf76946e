import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CatalogueFilter, emptyFilter } from '#domain/catalogue-filter';
import {
  buildFacetIndex,
  type FacetIndex,
  type FacetRow,
  idsOf,
  placeOf,
  updateFacetIndex,
} from '#domain/facet-index';
import { countMatches, placesOfIds, queryFacetIndex } from '#domain/facet-index/query';
import { countByHand } from '#tests/support/count-by-hand';
import { anyFilter, catalogueOf, changeOf, foundIn } from '#tests/support/generated-catalogue';

const currentYear = 2026;
const pageSize = 20;

const sampleOf = (size: number, seed: number) => fc.sample(catalogueOf(size), { seed, numRuns: 1 })[0] ?? [];

/** The index and a count by hand say the same of a filter: total, first page, every value of every facet, every year. */
function expectAgreement(
  index: FacetIndex,
  rows: readonly FacetRow[],
  filter: CatalogueFilter,
  found: string[] | null,
) {
  const backwards = rows.map(({ id }) => id).reverse();
  const order = placesOfIds(index, backwards);
  const places = found && placesOfIds(index, found);
  const answer = queryFacetIndex(index, { filter, found: places, order, pageSize });
  const byHand = countByHand(rows, { filter, found, currentYear });
  expect(answer.total).toBe(byHand.ids.length);
  expect(answer.ids).toEqual([...byHand.ids].reverse().slice(0, pageSize));
  expect(answer.counts).toEqual(byHand.counts);
  expect(answer.yearCounts).toEqual(byHand.yearCounts);
  expect(countMatches(index, filter, places)).toBe(byHand.ids.length);
}

describe('the facet index', { timeout: 60_000 }, () => {
  test('agrees with a count by hand over 1,000 filters', () => {
    const rows = sampleOf(333, 20261123);
    const index = buildFacetIndex(rows, currentYear);
    fc.assert(
      fc.property(anyFilter, foundIn(rows), (filter, found) => expectAgreement(index, rows, filter, found)),
      { numRuns: 1_000 },
    );
  });

  test('agrees for catalogues of every small size, an empty one included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70 }).chain(catalogueOf), anyFilter, (rows, filter) =>
        expectAgreement(buildFacetIndex(rows, currentYear), rows, filter, null),
      ),
      { numRuns: 500 },
    );
  });

  test('agrees after changes, however many: over 1,000 histories of practices added, changed, gone and back', () => {
    const history = fc.array(changeOf(40), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(catalogueOf(40), history, anyFilter, (start, changes, filter) => {
        const rows = new Map(start.map((row) => [row.id, row]));
        let index = buildFacetIndex(start, currentYear);
        for (const { changed, removedIds } of changes) {
          for (const row of changed) rows.set(row.id, row);
          for (const id of removedIds) rows.delete(id);
          index = updateFacetIndex(index, changed, removedIds);
        }
        expectAgreement(index, [...rows.values()], filter, null);
        expect(new Set(idsOf(index))).toEqual(new Set(rows.keys()));
      }),
      { numRuns: 1_000 },
    );
  });

  test('an update leaves the index it began from as it was', () => {
    const rows = sampleOf(50, 3);
    const index = buildFacetIndex(rows, currentYear);
    fc.assert(
      fc.property(changeOf(50), anyFilter, ({ changed, removedIds }, filter) => {
        updateFacetIndex(index, changed, removedIds);
        expectAgreement(index, rows, filter, null);
      }),
      { numRuns: 200 },
    );
  });

  test('the pages of a filter, one after the other, are every match once, in order', () => {
    const rows = sampleOf(333, 7);
    const index = buildFacetIndex(rows, currentYear);
    const ids = rows.map(({ id }) => id);
    const anyOrder = fc.shuffledSubarray(ids, { minLength: ids.length });
    fc.assert(
      fc.property(
        anyFilter,
        foundIn(rows),
        anyOrder,
        fc.integer({ min: 1, max: 40 }),
        (asked, found, order, size) => {
          const byHand = new Set(countByHand(rows, { filter: asked, found, currentYear }).ids);
          // Without an order of its own a list is in the order of what was found.
          const expected = (found ?? order).filter((id) => byHand.has(id));
          const walked: string[] = [];
          for (let page = 1; page <= Math.max(1, Math.ceil(byHand.size / size)); page += 1) {
            const answer = queryFacetIndex(index, {
              filter: { ...asked, page },
              found: found && placesOfIds(index, found),
              order: found ? null : placesOfIds(index, order),
              pageSize: size,
            });
            walked.push(...answer.ids);
          }
          expect(walked).toEqual(expected);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('a page after the last is the last', () => {
    const rows = sampleOf(45, 1);
    const index = buildFacetIndex(rows, currentYear);
    const order = placesOfIds(index, idsOf(index));
    const filter = { ...emptyFilter, page: 99 };
    const answer = queryFacetIndex(index, { filter, found: null, order, pageSize });
    expect([answer.page, answer.ids.length]).toEqual([3, 5]);
  });

  test('a year that nobody was active in gives nothing, not everything', () => {
    const index = buildFacetIndex(sampleOf(40, 1), currentYear);
    expect(countMatches(index, { ...emptyFilter, from: 1910, to: 1911 }, null)).toBe(0);
  });

  test('ids that are not there have no place; what is no id is refused', () => {
    const index = buildFacetIndex(sampleOf(40, 1), currentYear);
    expect(placeOf(index, 'zzzzzzzzzz')).toBe(-1);
    expect(placesOfIds(index, ['', '?', 'NULL', '0'])).toEqual(new Uint32Array());
    const [row] = sampleOf(1, 1);
    expect(() => buildFacetIndex(row ? [{ ...row, id: 'too-short' }] : [], currentYear)).toThrow('no id');
  });
});
