import { z } from 'zod';
import { placeTypes } from '#domain/practice';

/** The facets of the catalogue, in the order they are shown and written into an address. */
export const facetNames = ['country', 'city', 'topic', 'language', 'group', 'place', 'network'] as const;
export type FacetName = (typeof facetNames)[number];

/** Orders of the list. The first is that of a search, and asks for words. */
export const sortNames = ['relevance', 'newest', 'oldest', 'title', 'city'] as const;
export type SortName = (typeof sortNames)[number];
/** Orders that need no search. */
export type OrderName = Exclude<SortName, 'relevance'>;

export const pageSize = 20;
/** Limits that keep a hand-made address from costing more than a page. */
export const filterLimits = {
  queryLength: 200,
  valuesPerFacet: 40,
  lastPage: 5_000,
  year: [1900, 2200],
} as const;

/** What a visitor asks of the catalogue. Several values of a facet widen it, several facets narrow the whole. */
export type CatalogueFilter = {
  q: string;
  facets: Record<FacetName, readonly string[]>;
  /** First and last year of the range, both included. Null is open. */
  from: number | null;
  to: number | null;
  sort: SortName;
  /** Counted from 1. */
  page: number;
};

export const emptyFilter: CatalogueFilter = {
  q: '',
  facets: mapFacets(() => []),
  from: null,
  to: null,
  sort: 'newest',
  page: 1,
};

/** Every parameter of an address, in the order `serializeFilter` writes them. */
export const parameterNames = ['q', ...facetNames, 'from', 'to', 'sort', 'page'] as const;

/** Search parameters as Next and `URLSearchParams` readers give them. */
export type RawParams = Record<string, string | string[] | undefined>;

const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const facetValue: Record<FacetName, z.ZodType<string>> = {
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/),
  city: slug,
  topic: slug,
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/),
  group: slug,
  place: z.enum(placeTypes),
  network: slug,
};
const year = z.coerce.number().int().min(filterLimits.year[0]).max(filterLimits.year[1]);
const page = z.coerce.number().int().min(1).max(filterLimits.lastPage);

/** Reads a filter from search parameters. Never throws: a value that says nothing is left out. */
export function parseFilter(raw: RawParams): CatalogueFilter {
  // Next gives an object that "?__proto__=a" has made a list of, with a list's own `sort`.
  const params = { ...raw };
  const from = parseOne(year, params.from);
  const to = parseOne(year, params.to);
  const q = cleanQuery(first(params.q));
  const swapped = from !== null && to !== null && from > to;
  return {
    q,
    facets: mapFacets((name) => parseValues(facetValue[name], params[name])),
    from: swapped ? to : from,
    to: swapped ? from : to,
    sort: parseOne(z.enum(sortsFor(q)), params.sort) ?? defaultSort(q),
    page: parseOne(page, params.page) ?? 1,
  };
}

/** The canonical query string, without "?": fixed order, sorted values, nothing that is a default. */
export function serializeFilter(filter: CatalogueFilter): string {
  const out = new URLSearchParams();
  if (filter.q) out.append('q', filter.q);
  for (const name of facetNames) for (const value of filter.facets[name]) out.append(name, value);
  if (filter.from !== null) out.append('from', String(filter.from));
  if (filter.to !== null) out.append('to', String(filter.to));
  if (sortsFor(filter.q).includes(filter.sort) && filter.sort !== defaultSort(filter.q))
    out.append('sort', filter.sort);
  if (filter.page > 1) out.append('page', String(filter.page));
  return out.toString();
}

export function isFacet(name: string | undefined): name is FacetName {
  return facetNames.some((known) => known === name);
}

/** The same filter without values that the catalogue does not know. */
export function keepKnown(filter: CatalogueFilter, isKnown: (facet: FacetName, value: string) => boolean) {
  return {
    ...filter,
    facets: mapFacets((name) => filter.facets[name].filter((value) => isKnown(name, value))),
  };
}

/** The same filter with what some values of it have become; null where none has become another. */
export function followMerged(
  filter: CatalogueFilter,
  becameOf: (facet: FacetName, value: string) => string | undefined,
): CatalogueFilter | null {
  let hasMoved = false;
  const facets = mapFacets((name) => {
    const values = filter.facets[name].map((value) => {
      const became = becameOf(name, value);
      hasMoved ||= became !== undefined;
      return became ?? value;
    });
    return [...new Set(values)].sort();
  });
  return hasMoved ? { ...filter, facets } : null;
}

/** Without any restriction, the order kept. */
export function withoutFilters(filter: CatalogueFilter): CatalogueFilter {
  return { ...emptyFilter, sort: filter.sort === 'relevance' ? emptyFilter.sort : filter.sort };
}

/** The orders to choose from. */
export function sortsFor(q: string): readonly SortName[] {
  return q ? sortNames : sortNames.slice(1);
}

/** The same filter, from its first page, with other words; an order that was not chosen follows them. */
export function withWords(filter: CatalogueFilter, q: string): CatalogueFilter {
  const chosen = filter.sort !== defaultSort(filter.q) && sortsFor(q).includes(filter.sort);
  return { ...filter, q, sort: chosen ? filter.sort : defaultSort(q), page: 1 };
}

function defaultSort(q: string): SortName {
  return q ? 'relevance' : emptyFilter.sort;
}

/** One value per facet, built by name, so that a new facet cannot be forgotten. */
export function mapFacets<T>(make: (name: FacetName) => T): Record<FacetName, T> {
  return {
    country: make('country'),
    city: make('city'),
    topic: make('topic'),
    language: make('language'),
    group: make('group'),
    place: make('place'),
    network: make('network'),
  };
}

function parseValues(schema: z.ZodType<string>, raw: string | string[] | undefined): string[] {
  const values = [raw ?? []].flat().slice(0, filterLimits.valuesPerFacet);
  const parsed = values.flatMap((value) => {
    const result = schema.safeParse(value);
    return result.success ? [result.data] : [];
  });
  return [...new Set(parsed)].sort();
}

function parseOne<T>(schema: z.ZodType<T>, raw: string | string[] | undefined): T | null {
  const value = first(raw).trim();
  if (value === '') return null;
  const result = schema.safeParse(value);
  return result.success ? result.data : null;
}

/** With "?__proto__=a&sort=b" Next puts the function that sorts a list before the "b". */
function first(raw: string | string[] | undefined): string {
  return [raw].flat().find((value) => typeof value === 'string') ?? '';
}

/** Control characters (NUL is refused by Postgres), lone surrogates and runs of spaces go; the length is bounded. */
function cleanQuery(raw: string): string {
  const spaced = raw.toWellFormed().replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ');
  return [...spaced.trim()].slice(0, filterLimits.queryLength).join('').trim();
}
