import { expect, test } from 'vitest';
import type { OrderName } from '#domain/catalogue-filter';
import { orderRows, type SortableRow } from '#domain/catalogue-order';

const row = (id: string, start: number | null, title: string, city: string | null): SortableRow => ({
  id,
  years: { start, end: null, ongoing: false },
  publishedAt: 0,
  title,
  city,
});

const rows = [
  row('a', 2019, 'Çelësi', 'Zurich'),
  row('b', null, 'Example 10', null),
  row('c', 2021, 'Example 9', 'Århus'),
  row('d', 2004, 'Élan', 'Bergen'),
];

test.each<[OrderName, string, string]>([
  ['newest', 'en', 'c a d b'],
  ['oldest', 'en', 'd a c b'],
  ['title', 'en', 'a d c b'],
  ['title', 'sq', 'a d c b'],
  ['city', 'en', 'c d a b'],
  ['city', 'da', 'd a c b'],
])('%s in %s: %s', (sort, locale, expected) => {
  expect(
    orderRows(rows, sort, locale)
      .map((place) => rows[place]?.id)
      .join(' '),
  ).toBe(expected);
});

test('the same rows give the same order, whichever way they come', () => {
  const twins = [row('x', 2020, 'Same', 'Bergen'), row('w', 2020, 'Same', 'Bergen')];
  const ids = (list: SortableRow[]) => orderRows(list, 'newest', 'en').map((place) => list[place]?.id);
  expect(ids(twins)).toEqual(ids([...twins].reverse()));
});
