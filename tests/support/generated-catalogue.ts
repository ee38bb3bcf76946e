import fc from 'fast-check';
import { type CatalogueFilter, emptyFilter } from '#domain/catalogue-filter';
import type { FacetRow } from '#domain/facet-index';

const countries = ['PT', 'NO', 'DE', 'GB', 'BE', 'ES', 'IT'];
const cities = Array.from({ length: 25 }, (_, i) => `city-${i}`);
const topics = Array.from({ length: 21 }, (_, i) => `topic-${i}`);
const languages = ['en', 'fr', 'sq', 'da'];
const year = fc.integer({ min: 1995, max: 2026 });

const years = fc.oneof(
  fc.record({ start: year, end: year }).map(({ start, end }) => ({
    start: Math.min(start, end),
    end: Math.max(start, end),
    ongoing: false,
  })),
  fc.record({ start: year, end: fc.constant(null), ongoing: fc.boolean() }),
  fc.record({ start: fc.constant(null), end: fc.constant(null), ongoing: fc.boolean() }),
);

/** A practice as it might be: no city or up to nine, one to four topics, every kind of period. */
const row = fc.record({
  years,
  facets: fc.record({
    country: fc.constantFrom(...countries).map((code) => [code]),
    city: fc.uniqueArray(fc.constantFrom(...cities), { maxLength: 9 }),
    topic: fc.uniqueArray(fc.constantFrom(...topics), { minLength: 1, maxLength: 4 }),
    language: fc.uniqueArray(fc.constantFrom(...languages), { minLength: 1, maxLength: 3 }),
  }),
});

/** A catalogue of a size that is no multiple of a machine word. */
export function catalogueOf(size: number): fc.Arbitrary<FacetRow[]> {
  return fc
    .array(row, { minLength: size, maxLength: size })
    .map((rows) => rows.map((one, i) => ({ id: `p${String(i).padStart(4, '0')}`, ...one })));
}

const some = (values: string[]) => fc.uniqueArray(fc.constantFrom(...values, 'unknown'), { maxLength: 3 });

/** A filter with any restrictions, values that no practice has among them. */
export const anyFilter: fc.Arbitrary<CatalogueFilter> = fc
  .record({
    facets: fc.record({
      country: some(countries),
      city: some(cities),
      topic: some(topics),
      language: some(languages),
    }),
    range: fc.tuple(fc.option(year), fc.option(year)),
  })
  .map(({ facets, range: [a, b] }) => {
    const backwards = a !== null && b !== null && a > b;
    return { ...emptyFilter, facets, from: backwards ? b : a, to: backwards ? a : b };
  });

/** Ids a text search might have found; null where nothing was searched for. */
export function foundIn(rows: readonly FacetRow[]): fc.Arbitrary<ReadonlySet<string> | null> {
  return fc.option(fc.subarray(rows.map(({ id }) => id)).map((ids) => new Set(ids)));
}
