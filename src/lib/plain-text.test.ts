import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstWords, plainParagraphs, plainText } from '#lib/plain-text';

test.each([
  ['a [link](https://example.org/a_b) and an ![image](x.png)', 'a link and an image'],
  ['**bold**, *slanted*, _slanted_, `code`', 'bold, slanted, slanted, code'],
  ['snake_case_name stays, 2 * 3 * 4 stays', 'snake_case_name stays, 2 * 3 * 4 stays'],
  ['### A label\n\nThe text', 'The text'],
  ['- one\n- two\n\n1. three', 'one two three'],
  ['> said\n> somebody', 'said somebody'],
  ['| a | b |\n| --- | --- |\n| c | d |', 'a b c d'],
  ['line one\nline two', 'line one line two'],
  ['10\u00a0000 people', '10\u00a0000 people'],
  ['\\*kept\\*', '*kept*'],
])('%j reads %j', (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain);
});

test('paragraphs know their line', () => {
  expect(plainParagraphs('### Label\n\nOne\nmore\n\n- two')).toEqual([
    { text: 'One more', line: 2 },
    { text: 'two', line: 5 },
  ]);
});

test('first words are cut at a word', () => {
  expect(firstWords('The city, its people.', 12)).toBe('The city…');
  expect(firstWords('The city', 8)).toBe('The city');
  expect(firstWords('These ranged…', 40)).toBe('These ranged…');
  expect(firstWords('Unbroken', 5)).toBe('Unbr…');
});

test('first words are never too long, and always a beginning', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 60 }), (markdown, max) => {
      const cut = firstWords(markdown, max);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(cut.isWellFormed()).toBe(true);
      expect(plainText(markdown).startsWith(cut.replace(/…$/, '')) || plainText(markdown) === cut).toBe(true);
    }),
  );
});
