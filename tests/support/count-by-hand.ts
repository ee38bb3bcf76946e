import { type CatalogueFilter, type FacetName, facetNames, mapFacets } from '#domain/catalogue-filter';
import type { FacetRow } from '#domain/facet-index';
import { yearSpan, yearsOverlap } from '#domain/years';

/** What is asked of the catalogue, by ids where the index takes places. */
export type Question = {
  filter: CatalogueFilter;
  found: readonly string[] | null;
  currentYear: number;
};

/** The rules themselves, practice by practice: or inside a facet, and across facets. */
export function countByHand(rows: readonly FacetRow[], question: Question) {
  const { currentYear } = question;
  const without = (skip: Skip) => rows.filter((row) => matches(row, question, skip));
  const inYear = (row: FacetRow, year: number) =>
    yearsOverlap(row.years, { from: year, to: year }, currentYear);
  const spans = rows.flatMap((row) => yearSpan(row.years, currentYear) ?? []);
  const years = new Set(
    spans.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  );
  const left = without('years');
  return {
    ids: without(null).map(({ id }) => id),
    counts: mapFacets((name) => {
      const values = new Set(rows.flatMap((row) => row.facets[name]));
      const counted = without(name);
      return new Map(
        [...values].map((value) => [value, counted.filter((row) => row.facets[name].includes(value)).length]),
      );
    }),
    yearCounts: new Map([...years].map((year) => [year, left.filter((row) => inYear(row, year)).length])),
  };
}

type Skip = FacetName | 'years' | null;

function matches(row: FacetRow, { filter, found, currentYear }: Question, skip: Skip): boolean {
  const inFacets = facetNames.every((name) => {
    const wanted = filter.facets[name];
    return name === skip || wanted.length === 0 || wanted.some((value) => row.facets[name].includes(value));
  });
  const ranged = skip !== 'years' && (filter.from !== null || filter.to !== null);
  return (
    inFacets &&
    (!ranged || yearsOverlap(row.years, filter, currentYear)) &&
    (!found || found.includes(row.id))
  );
}
