import { expect, test } from 'vitest';
import { translatorOf } from '#i18n/translator';
import { judgePage } from '#tests/support/judge-words';
import { patternsOf } from '#tests/support/message-words';
import type { ReadPage, Words } from '#tests/support/page-words';

const page = (...words: Partial<Words>[]): ReadPage => ({
  ...{ language: 'fr', direction: 'ltr', isFeed: false, aboutLanguage: 'fr', dataLanguages: [] },
  words: words.map((one) => ({
    ...{ text: '', language: 'fr', direction: 'ltr', whole: false, place: 'p' },
    ...one,
  })),
});
const sentence = 'Neighbours teach each other their languages once a week in the library.';

test.each<[string, ReadPage]>([
  ['a button', page({ text: translatorOf('en')('form.optional') })],
  ['a sentence with a number', page({ text: translatorOf('sq')('listing.total', { count: 5 }) })],
  ['a country', page({ text: 'Germany' })],
  ['a text', page({ text: sentence, whole: true })],
  ['an attribute', page({ text: sentence, whole: true, place: '@aria-label' })],
  ['the name of a message', page({ text: 'listing.total' })],
  ['an argument', page({ text: 'Il y a {count} exemples' })],
  ['no value', page({ text: 'Depuis undefined' })],
  ['a direction', page({ text: 'المدن', language: 'ar' })],
  ['another page', { ...page(), language: 'en' }],
])('%s in another language, or unfinished, is found', (_, read) => {
  expect(judgePage(read, 'fr')).toHaveLength(1);
});

test('what is said to be in another language, or typed by somebody, is nothing wrong', () => {
  const title = { text: sentence, language: 'en', whole: true };
  const label = { text: `Continuer à écrire : ${sentence}`, whole: true, place: '@aria-label' };
  const typed = { text: sentence, language: null, direction: 'auto', whole: true };
  expect(judgePage(page(title, label, { text: 'Allemagne' }), 'fr')).toEqual([]);
  expect(judgePage(page(typed, label), 'fr')).toEqual([]);
});

test('a message is known with its arguments filled in', () => {
  const patterns = patternsOf('{count, plural, =0 {No examples} other {# examples of {city}}}, {more}');
  const knows = (text: string) =>
    patterns.some(({ whole, fixed }) => text.includes(fixed) && whole.test(text));
  expect(['No examples, now', '1,234 examples of Oslo, now'].filter(knows)).toHaveLength(2);
  expect(knows('Examples, now')).toBe(false);
});
