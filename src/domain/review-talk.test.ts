import { expect, test } from 'vitest';
import { countOpen, openThreads, type Thread, takesSuggestion, talkPlaces } from '#domain/review-talk';

const thread = (id: string, place: Thread['place'], done = false): Thread => ({
  ...{ id, place, done, entries: [], suggestion: null, sentNumber: 1 },
});

test('what is open is told in reading order, the whole first, and counted at its step', () => {
  const threads = [
    thread('d', 'files'),
    thread('c', 'impact'),
    thread('x', 'title', true),
    thread('b', 'country'),
    thread('a', ''),
  ];
  expect(openThreads(threads).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  const counts = countOpen(threads);
  expect(
    ['place', 'story', 'topics', 'files'].map((step) => [...counts].find(([name]) => name === step)?.[1]),
  ).toEqual([2, 1, 0, 1]);
});

test('another wording is proposed for texts alone', () => {
  expect(talkPlaces.filter(takesSuggestion)).toContain('title');
  const others = ['', 'files', 'country', 'cities', 'topics', 'contactEmail', 'contactPublic'] as const;
  expect(others.filter((place) => takesSuggestion(place))).toEqual([]);
});
