import { expect, test } from 'vitest';
import { bestLocale, directionOf } from '#i18n/locales';

test.each([
  [null, 'en'],
  ['', 'en'],
  ['sq', 'sq'],
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['de-DE,de;q=0.9,sq;q=0.3,en;q=0.2', 'sq'],
  ['en;q=0.1,fr;q=0.2', 'fr'],
  ['fr;q=0,en', 'en'],
  ['pt,*;q=0.5', 'en'],
  ['SQ-al', 'sq'],
  [';;;q=x,,fr;q=nonsense', 'en'],
  [`${'x,'.repeat(5_000)}fr`, 'en'],
])('Accept-Language %j gives %s', (header, expected) => {
  expect(bestLocale(header)).toBe(expected);
});

test('Arabic and Hebrew run right to left, others do not', () => {
  expect(['ar', 'he', 'ar-EG', 'en', 'sq'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
});
