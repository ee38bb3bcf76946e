import { expect, test } from 'vitest';
import { numbersIn, numberWordsIn } from '#lib/written-numbers';

test.each([
  ['6,400 people', [['6.4', '6400']]],
  ['6\u202f400 personnes', [['6400']]],
  ['51,7 %', [['51.7']]],
  ['CHF 3.2 million in 2021', [['3.2'], ['2021']]],
  ['2019–2021', [['2019'], ['2021']]],
  ['1.234.567,5', [['1234567.5']]],
  ['the 15th of May', [['15']]],
  ['none', []],
])('%s', (text, values) => {
  expect(numbersIn(text).map((number) => number.values)).toEqual(values);
});

test('numbers in English words begin at two', () => {
  expect(numberWordsIn('One of the twelve, or two').map(({ values }) => values)).toEqual([['12'], ['2']]);
});
