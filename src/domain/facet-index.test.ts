import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CatalogueFilter, emptyFilter, type FacetName, facetNames } from '#domain/catalogue-filter';
import { buildFacetIndex, countMatches, type FacetRow, queryFacetIndex } from '#domain/facet-index';
import { yearsOverlap } from '#domain/years';
import { anyFilter, catalogueOf, foundIn } from '#tests/support/generated-catalogue';

const currentYear = 2026;

type Skip = FacetName | 'years' | null;

/** The rule itself, practice by practice: or inside a facet, and across facets. */
function matches(
  row: FacetRow,
  filter: CatalogueFilter,
  found: ReadonlySet<string> | null,
  skip: Skip,
): boolean {
  const inFacets = facetNames.every((name) => {
    const wanted = filter.facets[name];
    return name === skip || wanted.length === 0 || wanted.some((value) => row.facets[name].includes(value));
  });
  const ranged = skip !== 'years' && (filter.from !== null || filter.to !== null);
  return (
    inFacets && (!ranged || yearsOverlap(row.years, filter, currentYear)) && (!found || found.has(row.id))
  );
}

function countByHand(
  rows: FacetRow[],
  filter: CatalogueFilter,
  found: ReadonlySet<string> | null,
  name: FacetName,
) {
  const values = new Set(rows.flatMap((row) => row.facets[name]));
  const left = rows.filter((row) => matches(row, filter, found, name));
  return new Map(
    [...values].map((value) => [value, left.filter((row) => row.facets[name].includes(value)).length]),
  );
}

describe('the facet index', () => {
  test('agrees with a count by hand: total, ids, every value of every facet, years; over 1,000 random filters', () => {
    const rows = fc.sample(catalogueOf(333), { seed: 20261123, numRuns: 1 })[0] ?? [];
    const index = buildFacetIndex(rows, currentYear);
    const order = rows.map((_, place) => place).reverse();
    fc.assert(
      fc.property(anyFilter, foundIn(rows), (filter, found) => {
        const answer = queryFacetIndex(index, filter, found, order);
        const expected = rows.filter((row) => matches(row, filter, found, null)).reverse();
        expect(answer.matches.map((place) => index.ids[place])).toEqual(expected.map(({ id }) => id));
        expect(answer.total).toBe(expected.length);
        expect(countMatches(index, filter, found)).toBe(expected.length);
        for (const name of facetNames)
          expect(answer.counts[name]).toEqual(countByHand(rows, filter, found, name));
        for (const [year, count] of answer.yearCounts) {
          const within = { from: year, to: year };
          const byHand = rows.filter(
            (row) => matches(row, filter, found, 'years') && yearsOverlap(row.years, within, currentYear),
          );
          expect([year, count]).toEqual([year, byHand.length]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('holds for catalogues of every small size, an empty one included', () => {
    const catalogue = fc.integer({ min: 0, max: 70 }).chain(catalogueOf);
    fc.assert(
      fc.property(catalogue, anyFilter, (rows, filter) => {
        const answer = queryFacetIndex(buildFacetIndex(rows, currentYear), filter, null, [...rows.keys()]);
        expect(answer.total).toBe(rows.filter((row) => matches(row, filter, null, null)).length);
      }),
      { numRuns: 300 },
    );
  });

  test('a year that nobody was active in gives nothing, not everything', () => {
    const rows = fc.sample(catalogueOf(40), { seed: 1, numRuns: 1 })[0] ?? [];
    const filter = { ...emptyFilter, from: 1910, to: 1911 };
    expect(queryFacetIndex(buildFacetIndex(rows, currentYear), filter, null, [...rows.keys()]).total).toBe(0);
  });
});
