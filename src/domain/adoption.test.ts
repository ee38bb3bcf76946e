import { expect, test } from 'vitest';
import { adoptionLimits, mayDecideAdoption, readAdoption } from '#domain/adoption';

const typed = { city: 'bergen', year: '2024', words: 'The walks.', own: '', website: '' };
const known = { cities: ['bergen'], thisYear: 2026 };

test('what an officer says is read; what was left empty is nothing', () => {
  expect(readAdoption(typed, known)).toEqual({
    ok: true,
    statement: { cityId: 'bergen', year: 2024, words: 'The walks.', ownPracticeId: null, website: null },
  });
});

test.each([
  [{ city: 'oslo' }, { city: 'city-empty' }],
  [{ year: 'soon' }, { year: 'year' }],
  [{ year: '1949' }, { year: 'year' }],
  [{ year: '2027' }, { year: 'year' }],
  [{ words: ' ' }, { words: 'words-empty' }],
  [{ words: 'x'.repeat(adoptionLimits.words + 1) }, { words: 'words-long' }],
  [{ website: 'javascript:alert(1)' }, { website: 'website' }],
])('with %o it is given back', (more, problems) => {
  expect(readAdoption({ ...typed, ...more }, known)).toEqual({ ok: false, problems });
});

test('it is decided by editors and administrators, never by who stated it', () => {
  const editor = { id: 'editor0001', roles: ['editor'], cities: [], hasSecondFactor: true } as const;
  expect(mayDecideAdoption(editor, { statedBy: 'officer001' })).toBe(true);
  expect(mayDecideAdoption(editor, { statedBy: 'editor0001' })).toBe(false);
  expect(mayDecideAdoption({ ...editor, hasSecondFactor: false }, { statedBy: 'officer001' })).toBe(false);
});
