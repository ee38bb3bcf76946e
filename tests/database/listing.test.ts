import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CatalogueFilter, emptyFilter, facetNames, parseFilter } from '#domain/catalogue-filter';
import { countryName } from '#domain/countries';
import { formatYears } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { listingOf } from '#server/catalogue/queries/listing';
import { type CatalogueSnapshot, loadSnapshot } from '#server/catalogue/queries/snapshot';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { loadRecords } from '#tests/support/load-records';

let catalogue: TestDatabase;
let snapshot: CatalogueSnapshot;

beforeAll(async () => {
  catalogue = await createTestDatabase();
  await loadRecords(catalogue.db, ({ provenance }) => provenance === 'programme_excerpt');
  snapshot = await loadSnapshot(catalogue.db, new Date('2026-11-23T12:00:00Z'));
});

afterAll(() => catalogue.drop());

const list = (filter: CatalogueFilter, locale: Locale = 'en') =>
  listingOf(catalogue.db, snapshot, filter, locale);
/** Titles found by an address's query string, in the order of the list. */
async function titles(query: string, locale: Locale = 'en') {
  const raw = new URLSearchParams(query);
  const params = Object.fromEntries([...raw.keys()].map((name) => [name, raw.getAll(name)]));
  return (await list(parseFilter(params), locale)).cards.map(({ title }) => title);
}

const bradford = 'Roma Strategy for the Bradford District (2021-2025)';
const bergen =
  'Provokimi i debatit, mundësimi i të kuptuarit dhe stimulimi i veprimit përmes hulumtimit mbi racizmin strukturor në Bergen';
const erlangen = 'Migrant stories';
const belgium = 'Përmirësimi i mbledhjes së të dhënave për barazinë në Belgjikë';
const portugal = 'A welcoming app';

describe('the five records of the programme’s list', () => {
  test('have exactly its titles, countries, cities and years', async () => {
    const { cards } = await list(emptyFilter);
    const rows = cards.map(({ title, country, cities, years }) =>
      [
        title,
        countryName(country, 'en'),
        cities.map(({ name }) => name).join(' '),
        formatYears(years, 'en'),
      ].join('|'),
    );
    expect(rows.sort()).toEqual(
      [
        `${bradford}|United Kingdom|Bradford|2021`,
        `${bergen}|Norway|Bergen|2021`,
        `${erlangen}|Germany|Erlangen|2020`,
        `${belgium}|Belgium||2021`,
        `${portugal}|Portugal|Amadora Lisbon Loures Santa Maria da Feira Setúbal Cascais Portimão Braga Oeiras|2019–2021`,
      ].sort(),
    );
  });

  test.each([
    ['country=PT', [portugal]],
    ['from=2020&to=2020', [erlangen, portugal]],
    ['language=sq', [bergen, belgium]],
    ['city=braga', [portugal]],
    ['country=NO&country=DE', [bergen, erlangen]],
    ['country=NO&language=en', []],
    ['to=2019', [portugal]],
    ['from=2022', []],
    ['q=roma', [bradford]],
    ['q=PORTIM%C3%83O', [portugal]],
    ['q=norway', [bergen]],
    ['q=100%25', []],
    ['q=_', [bradford, bergen, erlangen, belgium, portugal]],
    ['country=XX', [bradford, bergen, erlangen, belgium, portugal]],
    ['city=nowhere', [bradford, bergen, erlangen, belgium, portugal]],
  ])('?%s', async (query, expected) => {
    expect((await titles(query)).sort()).toEqual([...expected].sort());
  });

  test('a country is found by its name in any language', async () => {
    expect(await titles('q=Norv%C3%A8ge', 'fr')).toEqual([bergen]);
    expect(await titles('q=Norv%C3%A8ge', 'en')).toEqual([bergen]);
  });

  test('a summary that nobody wrote is the first words, without label or heading', async () => {
    const { cards } = await list(emptyFilter);
    const summary = (title: string) => cards.find((card) => card.title === title)?.summary;
    expect(summary(erlangen)).toMatch(/^During COVID, the City of Erlangen, .*ranged…$/);
    expect(summary(bergen)).toMatch(/^Kjo iniciativë kërkimore .* se si u…$/);
  });

  test('every count is what choosing the value gives', async () => {
    const start = { ...emptyFilter, from: 2020, facets: { ...emptyFilter.facets, country: ['NO', 'PT'] } };
    const listing = await list(start);
    for (const facet of facetNames) {
      for (const { value, count } of listing.facets[facet]) {
        const alone = { ...start, facets: { ...start.facets, [facet]: [value] } };
        expect([facet, value, count]).toEqual([facet, value, (await list(alone)).total]);
      }
    }
  });

  test('zero results say what to take off', async () => {
    const filter = { ...emptyFilter, facets: { ...emptyFilter.facets, country: ['NO'], language: ['en'] } };
    const { waysOut, total, catalogueSize } = await list(filter);
    expect({ total, catalogueSize }).toEqual({ total: 0, catalogueSize: 5 });
    expect(waysOut).toEqual([
      { without: { kind: 'value', facet: 'country', value: 'NO' }, total: 3 },
      { without: { kind: 'value', facet: 'language', value: 'en' }, total: 1 },
    ]);
  });

  test('where taking off one thing gives nothing either, they say what each gives alone', async () => {
    const facets = { ...emptyFilter.facets, country: ['NO'], language: ['en'] };
    const { waysOut } = await list({ ...emptyFilter, facets, from: 1950, to: 1951 });
    expect(waysOut).toEqual([
      { only: { kind: 'value', facet: 'country', value: 'NO' }, total: 1 },
      { only: { kind: 'value', facet: 'language', value: 'en' }, total: 3 },
    ]);
  });

  test('a page after the last shows the last', async () => {
    const { filter, cards } = await list({ ...emptyFilter, page: 50 });
    expect([filter.page, cards.length]).toEqual([1, 5]);
  });

  test('names are the reader’s: Lisbonne, Norvège', async () => {
    const { facets } = await list(emptyFilter, 'fr');
    expect(facets.city.map(({ label }) => label)).toContain('Lisbonne');
    expect(facets.country.map(({ label }) => label)).toContain('Norvège');
  });
});
