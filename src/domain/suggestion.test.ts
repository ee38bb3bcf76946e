import { describe, expect, test } from 'vitest';
import { makeCandidate, matchCandidates, pickSuggestions, type Suggestion } from '#domain/suggestion';

const candidates = [
  makeCandidate('geneva', 'Geneva', ['Geneva', 'Genève', 'Genf', 'Ginevra', 'جنيف']),
  makeCandidate('ghent', 'Ghent', ['Gent', 'Gand']),
  makeCandidate('feira', 'Santa Maria da Feira', []),
  makeCandidate('gentilly', 'Gentilly', ['Gentilly']),
];
const counts = new Map([
  ['geneva', 2],
  ['ghent', 5],
  ['feira', 1],
]);
const match = (query: string) =>
  matchCandidates(candidates, query, (value) => counts.get(value) ?? 0).map(({ label }) => label);

describe('matchCandidates', () => {
  test.each([
    ['gen', ['Geneva', 'Ghent (Gent)']],
    ['GENÈVE', ['Geneva (Genève)']],
    ['genf', ['Geneva (Genf)']],
    ['جني', ['Geneva (جنيف)']],
    ['maria', ['Santa Maria da Feira']],
    ['feira san', ['Santa Maria da Feira']],
    ['eneva', []],
    ['gentilly', []],
    ['', []],
    ['-', []],
  ])('%j finds %j', (query, labels) => {
    expect(match(query)).toEqual(labels);
  });

  test('a few letters of a name in another language count only where they begin nothing better', () => {
    const all = [
      makeCandidate('no', 'Norway', ['Norvegia']),
      makeCandidate('nz', 'New Zealand', ['Novi Zeland', 'Neuseeland']),
      makeCandidate('uk', 'United Kingdom', ['UK', 'Great Britain', 'Northern Ireland']),
      makeCandidate('ge', 'Georgia', ['საქართველო']),
    ];
    const found = (query: string) => matchCandidates(all, query, () => 1).map(({ label }) => label);
    expect(found('no')).toEqual(['Norway']);
    expect(found('ne')).toEqual(['New Zealand']);
    expect(found('neu')).toEqual(['New Zealand (Neuseeland)']);
    expect(found('uk')).toEqual(['United Kingdom (UK)']);
    expect(found('ire')).toEqual([]);
    expect(found('irelan')).toEqual(['United Kingdom (Northern Ireland)']);
    expect(found('ს')).toEqual(['Georgia (საქართველო)']);
  });

  test('what begins with the query comes before what goes on with it, then the most frequent', () => {
    const all = [
      makeCandidate('a', 'New Haven', []),
      makeCandidate('b', 'Haven', []),
      makeCandidate('c', 'Havant', []),
      makeCandidate('d', 'Le Havre', ['Haven of Grace']),
    ];
    const found = matchCandidates(all, 'hav', (value) => (value === 'c' ? 9 : 1));
    expect(found.map(({ value }) => value)).toEqual(['c', 'b', 'a', 'd']);
  });
});

describe('pickSuggestions', () => {
  const some = (kind: Suggestion['kind'], count: number): Suggestion[] =>
    Array.from({ length: count }, (_, i) => ({ kind, label: `${kind} ${i}`, href: `/${kind}/${i}` }));
  const kindsOf = (list: Suggestion[]) => list.map(({ kind }) => kind).join(' ');

  test('shares eight places among the kinds, group by group', () => {
    const list = pickSuggestions({
      ...{ city: some('city', 9), country: some('country', 9) },
      ...{ topic: some('topic', 9), practice: some('practice', 9) },
    });
    expect(kindsOf(list)).toBe('city city country country topic topic practice practice');
  });

  test('gives what one kind leaves to the others', () => {
    const list = pickSuggestions({
      city: some('city', 1),
      country: [],
      topic: some('topic', 2),
      practice: some('practice', 30),
    });
    expect(kindsOf(list)).toBe('city topic topic practice practice practice practice practice');
    expect(pickSuggestions({ city: [], country: [], topic: [], practice: [] })).toEqual([]);
  });
});
