import { describe, expect, test } from 'vitest';
import { correctQuery, editDistance, type WordCandidate } from '#domain/search-correction';

test.each([
  ['choir', 'choir', 0],
  ['chior', 'choir', 1],
  ['intergation', 'integration', 1],
  ['romuors', 'rumours', 2],
  ['footbal', 'football', 1],
  ['hanbdook', 'handbook', 1],
  ['', 'abc', 3],
  ['😀a', 'a', 1],
])('from %s to %s it is %i steps', (from, to, steps) => {
  expect(editDistance(from, to)).toBe(steps);
  expect(editDistance(to, from)).toBe(steps);
});

describe('a query with an unknown word', () => {
  const candidate = (asked: string, word: string, rest: Partial<WordCandidate> = {}): WordCandidate => ({
    ...{ asked, word, spelling: word, frequency: 3, familiar: true },
    ...rest,
  });

  test('is corrected where the others are kept, in the spelling of the texts', () => {
    const spelt = candidate('benevolles', 'benevoles', { spelling: 'bénévoles' });
    const dotted = candidate('dhuen', 'duhen', { spelling: 'duhen…' });
    expect(correctQuery('dhuen', ['dhuen'], [dotted]).queries).toEqual(['duhen']);
    expect(correctQuery('Oslo, Bénevolles!', ['benevolles'], [spelt])).toEqual({
      queries: ['Oslo, bénévoles!'],
      clear: true,
    });
  });

  test('is clear when no other word is as near', () => {
    const near = [candidate('intergation', 'intervention'), candidate('intergation', 'integration')];
    expect(correctQuery('intergation', ['intergation'], near)).toMatchObject({
      queries: ['integration', 'intervention'],
      clear: true,
    });
  });

  test('is not clear between two words', () => {
    const near = [candidate('pocters', 'porters'), candidate('pocters', 'posters')];
    expect(correctQuery('pocters', ['pocters'], near)).toEqual({
      queries: ['porters', 'posters'],
      clear: false,
    });
  });

  test('forms of one word do not compete', () => {
    const near = [
      candidate('romuor', 'rumour'),
      candidate('romuor', 'rumours'),
      candidate('romuor', 'rumeur'),
    ];
    expect(correctQuery('romuor', ['romuor'], near)).toMatchObject({
      queries: expect.arrayContaining(['rumour']),
    });
    expect(
      correctQuery(
        'intergation',
        ['intergation'],
        [candidate('intergation', 'integration'), candidate('intergation', 'integrating')],
      ).clear,
    ).toBe(true);
  });

  test('the reader’s own words come before others', () => {
    const near = [candidate('mosqe', 'mosque', { familiar: false }), candidate('mosqe', 'mosques')];
    expect(correctQuery('mosqe', ['mosqe'], near).queries[0]).toBe('mosque');
    expect(
      correctQuery('kor', ['kor'], [candidate('kor', 'kort', { familiar: false }), candidate('kor', 'koro')])
        .queries[0],
    ).toBe('koro');
  });

  test('is left alone when nothing comes near, or one of two words has nothing', () => {
    expect(correctQuery('kuzl', ['kuzl'], [candidate('kuzl', 'choir')])).toEqual({
      queries: [],
      clear: false,
    });
    expect(correctQuery('chior kuzl', ['chior', 'kuzl'], [candidate('chior', 'choir')]).queries).toEqual([]);
  });
});
