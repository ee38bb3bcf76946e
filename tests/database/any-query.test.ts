import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyFilter, filterLimits, parseFilter } from '#domain/catalogue-filter';
import { suggestionLimit } from '#domain/suggestion';
import { type Locale, locales } from '#i18n/locales';
import { listingOf } from '#server/catalogue/queries/listing';
import { type CatalogueSnapshot, loadSnapshot } from '#server/catalogue/queries/snapshot';
import { suggestFrom } from '#server/catalogue/queries/suggest';
import { titlesHeld, titlesStored } from '#server/catalogue/queries/suggest-titles';
import { answerWords } from '#server/catalogue/queries/text-search-answer';
import { loadRelevanceRecords } from '#tests/relevance/load-fixtures';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';

let catalogue: TestDatabase;
let snapshot: CatalogueSnapshot;

beforeAll(async () => {
  catalogue = await createTestDatabase();
  await loadRelevanceRecords(catalogue.db);
  snapshot = await loadSnapshot(catalogue.db, new Date('2026-11-23T12:00:00Z'));
}, 120_000);

afterAll(() => catalogue.drop());

/** Each of them is asked, whatever chance brings. */
const always = [
  ...[
    '',
    ' ',
    '-',
    '"',
    '""',
    '|',
    '!',
    '&',
    '(',
    ')',
    ':*',
    '<->',
    '- -',
    'or',
    'or or',
    '-or',
    '"or"',
    '*',
    '\\',
  ],
  ...[
    '"unbalanced',
    'unbalanced"',
    'a "b" c" d',
    '“mixed"',
    '« ouvert',
    '"""',
    '-"',
    '-"-"',
    '-""',
    '"-choir"',
  ],
  ...[
    '-choir',
    '-choir -festival',
    'choir -choir',
    '-"choir"',
    '- choir',
    '--choir',
    'choir-',
    'choir or',
    'or -choir',
  ],
  ...[
    '\u0000',
    'cho\u0000ir',
    '"\u0000"',
    '\ud800',
    'choir\udc00',
    '\ufffe\uffff',
    '\u202e\u200f',
    '\u202echoir\u202c',
  ],
  ...[
    '🎉',
    '👩‍👩‍👧‍👦',
    '🇨🇭',
    '🎉 choir',
    'e\u0301cole',
    '\u0301',
    'ﷺ',
    'ǆ',
    'İ',
    'ſ',
    '１２３',
    '٢٠٢١',
    '浜',
    '浜松 or 안산',
  ],
  ...[
    'مكتبة',
    'اللاجئون -جنيف',
    '"\u200fمكتبة\u200f"',
    'חיפה',
    "l'",
    "'",
    '’’’',
    "d'a-b'c",
    '%',
    '_',
    '$1',
    "';--",
    '{}',
    '[x]',
    'a:b:c',
  ],
  '-'.repeat(500),
  '- '.repeat(500),
  '"'.repeat(501),
  'choir '.repeat(1_700),
  '-choir '.repeat(1_500),
  'x'.repeat(10_000),
  'école-'.repeat(1_700),
  '🎉'.repeat(5_000),
  '\u202e'.repeat(10_000),
  'or '.repeat(3_400),
  '"choir" or -'.repeat(850),
];

const piece = fc.oneof(
  fc.constantFrom(
    ...'"\'-|&!():*<>\\/%_$;{}[]~^«»“”‐–',
    ' or ',
    ' ou ',
    ' -',
    '" "',
    ':*',
    '<->',
    '\u0000',
    '\ud800',
    '\u202e',
  ),
  fc.constantFrom(
    'choir',
    'école',
    'shkollë',
    'Λεμεσός',
    'أوسلو',
    '2021-2025',
    '1e400',
    'a@b.ch',
    'http://x.y/z?q=1',
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const anyQuery = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.tuple(piece, fc.nat(10_000)).map(([part, times]) => part.repeat(times).slice(0, 10_000)),
);

test('any words get a list or a sentence, from the address and past it', { timeout: 60_000 }, async () => {
  await forAnyQuery(async (q, locale) => {
    const listing = await listingOf(catalogue.db, snapshot, parseFilter({ q }), locale);
    const { total, cards, filter, wordless, catalogueSize } = listing;
    expect([...filter.q].length).toBeLessThanOrEqual(200);
    expect(cards.length).toBe(Math.min(20, total));
    if (wordless) expect(total).toBe(catalogueSize);
    // What an address cannot carry is answered too.
    const { ids } = await answerWords(catalogue.db, q, locale);
    expect(ids === null || new Set(ids).size === ids.length).toBe(true);
  });
});

test('any letters get suggestions that lead somewhere, or none', { timeout: 60_000 }, async () => {
  await forAnyQuery(async (written, locale) => {
    const q = written.slice(0, filterLimits.queryLength);
    if (!snapshot.held) throw new Error('so few practices are held in memory');
    const { titles } = await titlesStored(catalogue.db, q, locale);
    for (const found of [titles, titlesHeld(snapshot, snapshot.held, q, locale)]) {
      const suggestions = suggestFrom(snapshot, q, locale, found);
      expect(suggestions.length).toBeLessThanOrEqual(suggestionLimit);
      for (const { label, href } of suggestions) {
        expect(label).not.toBe('');
        expect(href).toMatch(/^\//);
      }
    }
  });
});

test('a minus alone leaves everything else', async () => {
  const { total, catalogueSize } = await listingOf(
    catalogue.db,
    snapshot,
    { ...emptyFilter, q: '-choir', sort: 'relevance' },
    'en',
  );
  expect(total).toBe(catalogueSize - 1);
});

/** Those of `always`, in the languages in turn, then others for some seconds. */
async function forAnyQuery(check: (q: string, locale: Locale) => Promise<void>): Promise<void> {
  for (const [i, q] of always.entries()) await check(q, locales[i % locales.length] ?? 'en');
  await fc.assert(fc.asyncProperty(anyQuery, fc.constantFrom(...locales), check), {
    numRuns: 400,
    interruptAfterTimeLimit: 5_000,
  });
}
