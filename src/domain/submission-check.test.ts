import { describe, expect, test } from 'vitest';
import { checkFields } from '#domain/submission-check';
import { type DraftFields, emptyDraft, fieldNames, submissionFields } from '#domain/submission-fields';
import { countCharacters } from '#lib/count-characters';

const complete: DraftFields = {
  ...emptyDraft,
  country: 'PT',
  cities: ['lisbon'],
  years: '2019–2021',
  title: 'A welcoming app',
  language: 'pt',
  summary: 'Uma aplicação que ajuda quem chega.',
  purpose: 'Dar as boas-vindas.',
  rationale: 'Quem chega não sabe onde perguntar.',
  process: 'Nove cidades escreveram os textos.',
  impact: 'Doze mil pessoas usam-na.',
  topics: ['welcoming'],
  contactName: 'Ana Silva',
  contactEmail: 'ana@example.org',
  agreed: 'yes',
};
const known = {
  cities: new Map([
    ['lisbon', 'PT'],
    ['bergen', 'NO'],
  ]),
  topics: new Set(['welcoming']),
  targetGroups: new Set(['newcomers']),
};
const check = (fields: Partial<DraftFields>) =>
  checkFields({ ...complete, ...fields }, { forSending: true, known });

test('a complete example has nothing to be corrected', () => {
  expect(check({})).toEqual([]);
});

test('an empty one lacks what is needed, in reading order, and may be saved as it is', () => {
  const needed = fieldNames.filter((name) => submissionFields[name].needed);
  expect(checkFields(emptyDraft, { forSending: true })).toEqual(
    needed.map((field) => ({ field, reason: 'missing' })),
  );
  expect(checkFields(emptyDraft, { forSending: false })).toEqual([]);
});

test('blanks are nothing', () => {
  expect(check({ title: ' \n ' })).toEqual([{ field: 'title', reason: 'missing' }]);
});

test('one step has its own problems alone', () => {
  const problems = checkFields(emptyDraft, { step: 'story', forSending: true });
  expect(problems.map(({ field }) => submissionFields[field].step)).toEqual(Array(7).fill('story'));
});

describe('texts', () => {
  test('the title at its limit fits, one more does not', () => {
    expect(check({ title: 'é'.repeat(120) })).toEqual([]);
    expect(check({ title: 'é'.repeat(121) })).toEqual([
      { field: 'title', reason: 'too-long', count: 121, limit: 120 },
    ]);
  });
  test('a character is what a reader sees as one', () => {
    expect(countCharacters('e\u0301')).toBe(1);
    expect(countCharacters('👨‍👩‍👧 Tiranë')).toBe(8);
    expect(countCharacters('a\u00a0b\nc')).toBe(5);
  });
  test.each([
    ['some time ago', 'no-year'],
    ['2021 perhaps 2022 or so', 'years-not-understood'],
    ['2021–2019', 'end-before-start'],
    ['1776', 'years-out-of-range'],
  ])('years written as "%s": %s', (years, reason) => {
    expect(check({ years })).toEqual([{ field: 'years', reason }]);
  });
  test('addresses are whole', () => {
    expect(check({ website: 'www.example.org', contactEmail: 'ana at example.org' })).toEqual([
      { field: 'website', reason: 'not-an-address' },
      { field: 'contactEmail', reason: 'not-an-address' },
    ]);
  });
});

describe('choices', () => {
  test('what is not on the list is said', () => {
    const chosen = {
      country: 'ZZ',
      cities: ['atlantis'],
      language: 'tlh',
      topics: ['x'],
      targetGroups: ['y'],
    };
    expect(check(chosen)).toEqual(
      ['country', 'cities', 'language', 'topics', 'targetGroups'].map((field) => ({
        field,
        reason: 'unknown-choice',
      })),
    );
  });
  test('a city of another country is said, once there is a country', () => {
    expect(check({ cities: ['lisbon', 'bergen'] })).toEqual([{ field: 'cities', reason: 'other-country' }]);
    expect(check({ country: '', cities: ['bergen'] })).toEqual([{ field: 'country', reason: 'missing' }]);
  });
  test('more topics than the page has room for', () => {
    const topics = Array.from({ length: 6 }, () => 'welcoming');
    expect(check({ topics })).toEqual([{ field: 'topics', reason: 'too-many', count: 6, limit: 5 }]);
  });
});
