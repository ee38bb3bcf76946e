import { expect, test } from 'vitest';
import { formatDate, formatMonth, formatYears, languageName } from '#i18n/format';

test('years as a reader sees them', () => {
  const print = (start: number | null, end: number | null, ongoing = false) =>
    formatYears({ start, end, ongoing }, 'en');
  expect(print(2021, 2021)).toBe('2021');
  expect(print(2019, 2021)).toBe('2019–2021');
  expect(print(2013, null, true)).toBe('since 2013');
  expect(print(2011, null)).toBe('from 2011');
  expect(print(null, null, true)).toBe('ongoing');
  expect(print(null, null)).toBeNull();
  expect(formatYears({ start: 2013, end: null, ongoing: true }, 'sq')).toBe('që nga 2013');
});

test('dates and languages in the reader’s language', () => {
  expect(formatDate(new Date('2026-11-23T23:30:00Z'), 'en')).toBe('23 November 2026');
  expect(formatMonth('2026-11', 'fr')).toBe('novembre 2026');
  expect(languageName('sq', 'fr')).toBe('Albanais');
  expect(languageName('sq', 'sq')).toBe('Shqip');
});
