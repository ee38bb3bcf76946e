import { expect, test } from 'vitest';
import { countWords, splitSentences, wordsOf } from '#lib/sentences';

test.each([
  ['en', 'It began in 2018. By 64 votes to 41. In May it ended.', 3],
  ['en', 'Schools (e.g. Boteler) met. St. Gallen came.', 2],
  ['de', 'Am 15. Mai kam sie. Am 16. ging sie.', 2],
  ['fr', 'Qui vient ? Tout le monde !', 2],
  ['fr', 'On dit « Ouvert. ». Puis on mange.', 2],
  ['sq', 'Qyteti ftoi fqinjët. Ata erdhën.', 2],
])('%s: %s has %i sentences', (language, text, count) => {
  expect(splitSentences(text, language)).toHaveLength(count);
});

test('words are what stands between spaces, a grouped number being one', () => {
  expect(countWords('L’accueil : 6\u202f400 personnes – toutes')).toBe(4);
});

test('words lose their punctuation and keep their case', () => {
  expect(wordsOf('“The city’s 3.2 million”, he said.')).toEqual([
    'The',
    'city’s',
    '3.2',
    'million',
    'he',
    'said',
  ]);
});
