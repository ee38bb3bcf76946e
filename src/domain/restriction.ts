import {
  type CatalogueFilter,
  emptyFilter,
  type FacetName,
  facetNames,
  withWords,
} from '#domain/catalogue-filter';

/** One thing a visitor asked for, which can be taken off by itself. */
export type Restriction =
  | { kind: 'words' }
  | { kind: 'years' }
  | { kind: 'value'; facet: FacetName; value: string };

/** What restricts a filter, in the order it is shown. */
export function restrictionsOf(filter: CatalogueFilter): Restriction[] {
  return [
    ...(filter.q ? [{ kind: 'words' } as const] : []),
    ...facetNames.flatMap((facet) =>
      filter.facets[facet].map((value) => ({ kind: 'value', facet, value }) as const),
    ),
    ...(filter.from !== null || filter.to !== null ? [{ kind: 'years' } as const] : []),
  ];
}

/** All practices, restricted by one thing alone that the filter asks for. */
export function onlyRestriction(filter: CatalogueFilter, restriction: Restriction): CatalogueFilter {
  if (restriction.kind === 'words') return withWords(emptyFilter, filter.q);
  if (restriction.kind === 'years') return { ...emptyFilter, from: filter.from, to: filter.to };
  const { facet, value } = restriction;
  return { ...emptyFilter, facets: { ...emptyFilter.facets, [facet]: [value] } };
}

/** The filter with one restriction taken off, back on page one. */
export function withoutRestriction(filter: CatalogueFilter, restriction: Restriction): CatalogueFilter {
  const first = { ...filter, page: 1 };
  if (restriction.kind === 'words') return withWords(filter, '');
  if (restriction.kind === 'years') return { ...first, from: null, to: null };
  const { facet, value } = restriction;
  const values = filter.facets[facet].filter((other) => other !== value);
  return { ...first, facets: { ...filter.facets, [facet]: values } };
}
