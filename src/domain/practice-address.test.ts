import { expect, test } from 'vitest';
import { parsePracticePath } from '#domain/practice-address';

const parse = (path: string) => parsePracticePath(path.split('/'));

test('names a practice, a language, its history, a version, two versions', () => {
  expect(parse('practices/a')).toEqual({ slug: 'a', language: null, versions: [], rest: [] });
  expect(parse('practices/a/fr')).toEqual({ slug: 'a', language: 'fr', versions: [], rest: ['fr'] });
  expect(parse('practices/a/history')?.versions).toEqual([]);
  expect(parse('practices/a/history/3')?.versions).toEqual([3]);
  expect(parse('practices/a/history/2/10')?.versions).toEqual([2, 10]);
});

test.each([
  ...[
    'practices',
    'practices/',
    'about',
    'practices/a/fr/more',
    'practices/a/history/0',
    'practices/a/history/03',
  ],
  ...[
    'practices/a/history/1e3',
    'practices/a/history/2/1',
    'practices/a/history/2/2',
    'practices/a/history/1/2/3',
  ],
  ...['practices/a/history/9999999', 'practices/a/history/'],
])('finds nothing at %s', (path) => {
  expect(parse(path)).toBeNull();
});
