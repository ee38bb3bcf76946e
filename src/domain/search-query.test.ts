import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insistOn, parseSearchQuery, searchLimits, withoutPrefix } from '#domain/search-query';

/** Terms in short: `-x` excluded, `"x"` exact, `x*` perhaps not typed to its end; alternatives as lists. */
function brief(written: string, locale = 'en'): string[][] {
  return parseSearchQuery(written, locale).map((terms) =>
    terms.map(({ words, exact, excluded, prefix }) => {
      const shown = exact ? `"${words}"` : words;
      return `${excluded ? '-' : ''}${shown}${prefix ? '*' : ''}`;
    }),
  );
}

describe('what was typed', () => {
  test.each([
    ['roma education', 'en', [['roma', 'education*']]],
    ['"city hall" mediation', 'en', [['"city hall"', 'mediation*']]],
    ['“city hall”', 'en', [['"city hall"']]],
    ['« espace public »', 'fr', [['"espace public"']]],
    ['festival -Bergen', 'en', [['festival', '-Bergen']]],
    ['-"asylum seekers" roma', 'en', [['-"asylum seekers"', 'roma*']]],
    ['football or mosque', 'en', [['football'], ['mosque*']]],
    ['football ou mosquée', 'fr', [['football'], ['mosquée*']]],
    ['football ose xhami', 'sq', [['football'], ['xhami*']]],
    ['football ou mosquée', 'en', [['football', 'ou', 'mosquée*']]],
    ['anti-rumour', 'en', [['anti-rumour*']]],
    ['2016–2020', 'en', [['2016-2020*']]],
    ['museum – park', 'en', [['museum', 'park*']]],
    ['안산', 'en', [['안산*']]],
    ['l’école', 'fr', [['école*']]],
    ['city’s youth', 'en', [['city', 'youth*']]],
    ['museum, library; park', 'en', [['museum', 'library', 'park*']]],
    ['the festival in Haifa', 'en', [['festival', 'Haifa*']]],
    ['اللاجئين في المانيا', 'en', [['اللاجئين', 'المانيا*']]],
    ['التعليم على الانترنت', 'ar', [['التعليم', 'الانترنت*']]],
    ['the', 'en', [['the*']]],
    ['to', 'en', [['to']]],
    ['"unclosed phrase', 'en', [['unclosed', 'phrase*']]],
    ['or roma or', 'en', [['roma*']]],
    ['roma - education', 'en', [['roma', 'education*']]],
    ['--roma', 'en', [['roma*']]],
  ])('%s (%s)', (written, locale, expected) => {
    expect(brief(written, locale)).toEqual(expected);
  });

  test.each(['', '-', '"', '""', '- - or "" ()', 'or', '🎉', '* & | ! :', '…'])(
    '%s holds nothing to search for',
    (written) => {
      expect(parseSearchQuery(written, 'en')).toEqual([]);
    },
  );

  test('any text is a query of a bounded number of terms, each with a letter or digit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom('en', 'fr', 'sq'),
        (written, locale) => {
          const terms = parseSearchQuery(written, locale).flat();
          expect(terms.length).toBeLessThanOrEqual(searchLimits.terms);
          for (const { words } of terms) expect(words).toMatch(/[\p{L}\p{N}]/u);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

test('insisting on words makes them one phrase', () => {
  expect(insistOn('chior "of" many')).toBe('"chior of many"');
  expect(parseSearchQuery(insistOn('chior'), 'en')).toEqual([
    [{ words: 'chior', exact: true, excluded: false, prefix: false }],
  ]);
});

test('a word can be taken as complete', () => {
  expect(withoutPrefix(parseSearchQuery('roma', 'en')).flat()).toMatchObject([
    { words: 'roma', prefix: false },
  ]);
});
