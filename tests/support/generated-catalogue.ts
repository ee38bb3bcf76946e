import fc from 'fast-check';
import { type CatalogueFilter, emptyFilter } from '#domain/catalogue-filter';
import type { FacetRow } from '#domain/facet-index';
import { placeTypes } from '#domain/practice';

const countries = ['PT', 'NO', 'DE', 'GB', 'BE', 'ES', 'IT'];
const cities = Array.from({ length: 25 }, (_, i) => `city-${i}`);
const topics = Array.from({ length: 21 }, (_, i) => `topic-${i}`);
const languages = ['en', 'fr', 'sq', 'da'];
const groups = Array.from({ length: 9 }, (_, i) => `group-${i}`);
const networks = ['network-a', 'network-b'];
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
    group: fc.uniqueArray(fc.constantFrom(...groups), { maxLength: 3 }),
    place: fc.uniqueArray(fc.constantFrom(...placeTypes), { maxLength: 2 }),
    network: fc.uniqueArray(fc.constantFrom(...networks), { maxLength: 2 }),
  }),
});

/** A catalogue of a size that is no multiple of a machine word. */
export function catalogueOf(size: number): fc.Arbitrary<FacetRow[]> {
  return fc
    .array(row, { minLength: size, maxLength: size })
    .map((rows) => rows.map((one, i) => ({ id: idOf(i), ...one })));
}

/** Changes of a catalogue made by `catalogueOf(size)`: rows as they are now, some of them new, and ids that are gone. */
export function changeOf(size: number): fc.Arbitrary<{ changed: FacetRow[]; removedIds: string[] }> {
  const place = fc.nat({ max: size + 12 });
  return fc.record({
    changed: fc
      .uniqueArray(fc.tuple(place, row), { maxLength: 12, selector: ([at]) => at })
      .map((rows) => rows.map(([at, one]) => ({ id: idOf(at), ...one }))),
    removedIds: fc.uniqueArray(place.map(idOf), { maxLength: 8 }),
  });
}

/** Ids in no order, as practices have them. */
function idOf(place: number): string {
  return `${((place * 7_919) % 46_656).toString(36).padStart(3, '0')}0z00${String(place).padStart(3, '0')}`;
}

const some = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values, 'unknown'), { maxLength: 3 });

/** A filter with any restrictions, values that no practice has among them. */
export const anyFilter: fc.Arbitrary<CatalogueFilter> = fc
  .record({
    facets: fc.record({
      country: some(countries),
      city: some(cities),
      topic: some(topics),
      language: some(languages),
      group: some(groups),
      place: some(placeTypes),
      network: some(networks),
    }),
    range: fc.tuple(fc.option(year), fc.option(year)),
  })
  .map(({ facets, range: [a, b] }) => {
    const backwards = a !== null && b !== null && a > b;
    return { ...emptyFilter, facets, from: backwards ? b : a, to: backwards ? a : b };
  });

/** Ids a text search might have found, best first; null where nothing was searched for. */
export function foundIn(rows: readonly FacetRow[]): fc.Arbitrary<string[] | null> {
  return fc.option(fc.shuffledSubarray(rows.map(({ id }) => id)));
}
