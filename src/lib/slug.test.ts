import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugOf } from '#lib/slug';

test.each([
  ['Café of languages', 'cafe-of-languages'],
  ['  Łódź: “Straße” & Œuvre – 2024!  ', 'lodz-strasse-oeuvre-2024'],
  ['Ndërtojmë ura', 'ndertojme-ura'],
  ['Don’t be afraid', 'don-t-be-afraid'],
  ['Kërkojmë të rinj (عربي)', 'kerkojme-te-rinj'],
])('%s becomes %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test.each(['Мова міста', 'Γειτονιά μας', 'لغات المدينة', '多様性', '!!!', '', 'Мова міста for all'])(
  '%s has no address of its own letters',
  (title) => {
    expect(slugOf(title)).toBeNull();
  },
);

test('a long title is cut between words, an endless word anywhere', () => {
  expect(slugOf(`${'word '.repeat(30)}`)).toBe('word-'.repeat(16).slice(0, -1));
  expect(slugOf('x'.repeat(300))).toHaveLength(80);
});

test('whatever is typed, it is an address or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      expect(slugOf(title) ?? 'none').toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});
