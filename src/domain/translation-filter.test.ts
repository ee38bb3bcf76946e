import { expect, test } from 'vitest';
import {
  countTranslationRestrictions,
  emptyTranslationFilter,
  parseTranslationFilter,
  serializeTranslationFilter,
  type TranslationFilter,
  textStandings,
} from '#domain/translation-filter';

const pick = <T>(values: readonly T[], turn: number): T | undefined => values[turn % values.length];

/** Filters that differ in everything, the same at every run. */
const filters = Array.from(
  { length: 500 },
  (_, turn): TranslationFilter => ({
    state: pick(['', ...textStandings], turn) ?? '',
    language: pick(['', 'fr', 'uk'], turn >> 1) ?? '',
    q: pick(['', 'café & thé', 'بيت اللغات', '100 % = +'], turn >> 2) ?? '',
    mine: turn % 3 === 0,
    page: (turn % 7) + 1,
  }),
);

test('a filter comes back from its address as it was', () => {
  for (const filter of filters) {
    const query = Object.fromEntries(new URLSearchParams(serializeTranslationFilter(filter)));
    expect(parseTranslationFilter(query)).toEqual(filter);
  }
});

test('what says nothing is left out', () => {
  expect(serializeTranslationFilter(emptyTranslationFilter)).toBe('');
  expect(parseTranslationFilter({ state: 'lost', language: 'xx', mine: 'yes', page: '-3' })).toEqual(
    emptyTranslationFilter,
  );
  expect(parseTranslationFilter({ q: ['  two \u0000 words\ud800 ', 'other'], page: '1e9' })).toMatchObject({
    q: 'two words',
    page: 1,
  });
});

test('the state is no restriction, the others are', () => {
  const filter = { ...emptyTranslationFilter, state: 'ready' as const };
  expect(countTranslationRestrictions(filter)).toBe(0);
  expect(countTranslationRestrictions({ ...filter, language: 'fr', q: 'tea', mine: true })).toBe(3);
});
