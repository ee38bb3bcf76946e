import { expect, test } from 'vitest';
import type { FacetRow } from '#domain/facet-index';
import { findRelated } from '#domain/related';

const row = (id: string, country: string, city: string[], topic: string[]): FacetRow => ({
  id,
  years: { start: 2020, end: 2021, ongoing: false },
  facets: { country: [country], city, topic, language: ['en'], group: [], place: [], network: [] },
});

const rows = [
  row('self', 'PT', ['braga'], ['welcome', 'services']),
  row('both-topics', 'NO', [], ['welcome', 'services']),
  row('one-topic', 'DE', [], ['services']),
  row('same-city', 'PT', ['braga'], ['roma']),
  row('only-country', 'PT', ['lisbon'], ['roma']),
  row('stranger', 'DE', [], ['roma']),
];

test('shared topics and cities bring practices near; a shared country alone does not', () => {
  expect(findRelated(rows, 'self', 5, 2026)).toEqual(['both-topics', 'same-city', 'one-topic']);
});

test('never the practice itself, never more than asked for, nothing for a stranger', () => {
  expect(findRelated(rows, 'self', 1, 2026)).toEqual(['both-topics']);
  expect(findRelated(rows, 'nobody', 3, 2026)).toEqual([]);
});
