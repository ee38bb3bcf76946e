import { expect, test } from 'vitest';
import {
  formatDate,
  formatList,
  formatMoment,
  formatMonth,
  formatYears,
  languageName,
  sortByName,
} from '#i18n/format';

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

test('lists as each language writes them', () => {
  const cities = ['Oslo', 'Bergen', 'Stavanger'];
  expect(formatList(cities, 'en')).toBe('Oslo, Bergen and Stavanger');
  expect(formatList(cities, 'en', 'unit')).toBe('Oslo, Bergen, Stavanger');
  expect(formatList(cities, 'fr', 'disjunction')).toBe('Oslo, Bergen ou Stavanger');
  expect(formatList(cities, 'sq')).toBe('Oslo, Bergen dhe Stavanger');
  expect(formatList([], 'ar')).toBe('');
});

test('moments by the clock of 24 hours', () => {
  const evening = new Date('2026-11-23T20:30:00Z');
  expect(formatMoment(evening, 'en')).toBe('23 November 2026 at 20:30');
  expect(formatMoment(evening, 'sq')).toMatch(/^23 nëntor 2026 në 20:30$/);
  expect(formatMoment(evening, 'ar')).toMatch(/20:30$/);
});

test('names in the order in which a reader looks for them', () => {
  const sorted = (names: string[], locale: 'en' | 'sq') => sortByName(names, (name) => name, locale);
  expect(sorted(['Zürich', 'Åbo', 'Ólafsvík', 'Bern'], 'en')).toEqual(['Åbo', 'Bern', 'Ólafsvík', 'Zürich']);
  expect(sorted(['Dhermi', 'Durrës', 'Çorovodë', 'Cërrik'], 'sq')).toEqual([
    'Cërrik',
    'Çorovodë',
    'Durrës',
    'Dhermi',
  ]);
});
