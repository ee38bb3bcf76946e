import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '#i18n/locales';
import { locales } from '#i18n/locales';
import { type CatalogueSnapshot, loadSnapshot } from '#server/catalogue/queries/snapshot';
import { suggestFrom } from '#server/catalogue/queries/suggest';
import { titlesHeld, titlesStored } from '#server/catalogue/queries/suggest-titles';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { loadRecords } from '#tests/support/load-records';

const now = new Date('2026-11-23T12:00:00Z');
let catalogue: TestDatabase;
let snapshot: CatalogueSnapshot;

beforeAll(async () => {
  catalogue = await createTestDatabase();
  await loadRecords(catalogue.db, () => true);
  snapshot = await loadSnapshot(catalogue.db, now);
});

afterAll(() => catalogue.drop());

function held(query: string, locale: Locale = 'en') {
  if (!snapshot.held) throw new Error('so few practices are held in memory');
  return titlesHeld(snapshot, snapshot.held, query, locale);
}

const suggest = (query: string, locale: Locale = 'en') =>
  suggestFrom(snapshot, query, locale, held(query, locale));
const labels = (query: string, locale: Locale = 'en') =>
  suggest(query, locale).map(({ label, detail }) => (detail ? `${label}, ${detail}` : label));

describe('suggestions', () => {
  test.each([
    ['lissab', 'en', 'Lisbon (Lissabon), Portugal'],
    ['LISBO', 'fr', 'Lisbonne, Portugal'],
    ['lisboa', 'fr', 'Lisbonne (Lisboa), Portugal'],
    ['reykjavik', 'en', 'Reykjavik, Iceland'],
    ['setubal', 'en', 'Setúbal, Portugal'],
    ['norveg', 'sq', 'Norvegji'],
    ['allem', 'en', 'Germany (Allemagne)'],
    ['roma', 'en', 'Roma'],
    ['برلين', 'fr', 'Berlin-Neukölln (برلين-نويكولن), Allemagne'],
    ['كوبنهاجن', 'ar', 'كوبنهاغن (كوبنهاجن), الدانمرك'],
    ['londër', 'sq', 'Londra-Lewisham (Londër), Mbretëria e Bashkuar'],
    ['gjermania', 'sq', 'Gjermani (Gjermania)'],
    ['Grande-Bret', 'fr', 'Royaume-Uni (Grande-Bretagne)'],
    ['بريطان', 'ar', 'المملكة المتحدة (بريطانيا)'],
    ['educ', 'sq', 'Arsimi (Education)'],
    ['ecole', 'fr', 'Éducation (école)'],
    ['اللاجئ', 'en', 'Refugees (اللاجئون)'],
    ['logement', 'ar', 'الإسكان والتخطيط الحضري (Logement et urbanisme)'],
  ] as const)('%s in %s: %s', (query, locale, label) => {
    expect(labels(query, locale)).toContain(label);
  });

  test('lead to the filter, or to the text', () => {
    expect(suggest('setubal')).toEqual([
      { kind: 'city', label: 'Setúbal', detail: 'Portugal', href: '/en?city=setubal' },
    ]);
    expect(suggest('welcoming app')).toEqual([
      expect.objectContaining({
        kind: 'practice',
        label: 'A welcoming app',
        href: '/en/practices/a-welcoming-app',
      }),
    ]);
  });

  test('a title in another language says so; the page shows it by itself only if it is the original', () => {
    expect(suggest('hulumtimit')).toEqual([
      expect.objectContaining({ language: 'sq', href: '/en/practices/structural-racism-research-bergen' }),
    ]);
    expect(suggest('casa de las culturas', 'en')).toEqual([
      expect.objectContaining({ label: expect.stringMatching(/^Casa/) }),
    ]);
  });

  test('name only what a published practice has', async () => {
    await catalogue.db.$transaction(async (tx) => {
      const ids = await tx.practice.findMany({ where: { country: 'PT' }, select: { id: true } });
      await tx.practice.updateMany({ where: { country: 'PT' }, data: { status: 'archived' } });
      const changed = ids.map(({ id }) => id);
      await tx.$queryRaw`select publish_change(${changed}), refresh_search(${changed})::text`;
    });
    const before = snapshot;
    snapshot = await loadSnapshot(catalogue.db, now);
    expect([labels('lissab'), labels('setubal'), labels('portug'), labels('welcoming app')]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect((await titlesStored(catalogue.db, 'welcoming app', 'en')).titles).toEqual([]);
    expect((await titlesStored(catalogue.db, 'welcoming app', 'en')).version).toBe(snapshot.version);
    expect(snapshot.version).toBeGreaterThan(before.version);
  });
});

describe('titles in the database and in memory', () => {
  test.each([
    'inter',
    'st',
    'city',
    'anti-rumour',
    'éco',
    'wel app',
    'hulum',
    'neukölln',
    'd’',
    'the stop',
    'x',
  ])('“%s” finds the same in every language', async (query) => {
    for (const locale of locales) {
      const { titles } = await titlesStored(catalogue.db, query, locale);
      expect(titles).toEqual(held(query, locale));
    }
  });

  test('no query is an error', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.stringMatching(/^[&|!()<>:*'"\\%_ a-c-]{1,20}$/),
    );
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(...locales), async (raw, locale) => {
        const query = raw.toWellFormed().replace(/\p{Cc}+/gu, ' ');
        const { titles } = await titlesStored(catalogue.db, query, locale);
        expect(suggestFrom(snapshot, query, locale, titles).length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
