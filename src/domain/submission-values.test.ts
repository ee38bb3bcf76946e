import { expect, test } from 'vitest';
import { readPosted } from '#domain/submission-values';

test('a form gives the fields of its step alone', () => {
  const values = new Map([
    ['title', ['first', 'last']],
    ['country', ['PT']],
    ['state', ['published']],
    ['__proto__', ['x']],
  ]);
  expect(readPosted(values, 'story')).toEqual(new Map([['title', 'last']]));
});

test('a list from which everything was taken is there, and empty; one that is not in the form is not', () => {
  expect(readPosted(new Map([['topics', ['']]]), 'topics')).toEqual(new Map([['topics', []]]));
  expect(readPosted(new Map([['topics', ['', 'a', 'a', 'b']]]), 'topics').get('topics')).toEqual(['a', 'b']);
  expect(readPosted(new Map(), 'topics').size).toBe(0);
});
