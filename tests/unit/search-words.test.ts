import { beforeAll, expect, test } from 'vitest';
import type { ContentVocabulary } from '#domain/content-vocabulary';
import { countrySearchNames } from '#domain/country-search-names';
import { locales } from '#i18n/locales';
import { readContent } from '#server/exchange/read-content';

let vocabulary: ContentVocabulary;
beforeAll(async () => {
  vocabulary = (await readContent('content')).content.vocabulary;
});

test('each meaning has words in every language of the interface', () => {
  const lacking = vocabulary.meanings.flatMap(({ id, words }) =>
    locales.filter((locale) => !words[locale]).map((locale) => `${id} ${locale}`),
  );
  expect(lacking).toEqual([]);
  expect(vocabulary.meanings.length).toBeGreaterThan(200);
});

test('each topic has words to be searched by in every language of the interface, its English texts aside', () => {
  const lacking = vocabulary.topics.flatMap(({ id, alsoSearchedAs }) =>
    locales
      .filter((locale) => locale !== 'en' && (alsoSearchedAs[locale] ?? []).length < 2)
      .map((locale) => `${id} ${locale}`),
  );
  expect(lacking).toEqual([]);
});

test.each([
  ['GB', 'fr', 'Grande-Bretagne'],
  ['GB', 'ar', 'بريطانيا'],
  ['NL', 'en', 'Holland'],
  ['ES', 'sq', 'Spanja'],
  ['DE', 'sq', 'Gjermania'],
  ['CH', 'sq', 'Zvicra'],
])('%s is searched by its %s name %s', (country, language, name) => {
  expect(countrySearchNames()).toContainEqual({ country, language, name });
});
