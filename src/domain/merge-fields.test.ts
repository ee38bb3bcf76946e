import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeFields, sameValue, settledText } from '#domain/merge-fields';
import { emptyDraft, type FieldName } from '#domain/submission-fields';
import { type FieldValue, withValues } from '#domain/submission-values';

const current = { ...emptyDraft, title: 'Harbour walks', purpose: 'New text', topics: ['a', 'b'] };
const merge = (name: FieldName, value: FieldValue, atBase: FieldValue, changedSince: boolean) =>
  mergeFields(new Map([[name, value]]), current, () => ({ atBase, changedSince }));

const letters = ['a', 'b', 'c', 'd', 'e'] as const;
type Letter = (typeof letters)[number];

describe('a field of a save', () => {
  test('that says what stands there changes nothing', () => {
    expect(merge('title', 'Harbour walks', '', true)).toEqual({ changed: new Map(), conflicts: new Map() });
  });
  test('that nobody else changed is applied, an empty one too', () => {
    expect(merge('title', '', 'Harbour walks', false).changed).toEqual(new Map([['title', '']]));
  });
  test('that its author left as it was does not set back what came since', () => {
    expect(merge('purpose', 'Old text', 'Old text', true)).toEqual({
      changed: new Map(),
      conflicts: new Map(),
    });
  });
  test('that stands against a newer text is kept aside', () => {
    expect(merge('purpose', 'My text', 'Old text', true)).toEqual({
      changed: new Map(),
      conflicts: new Map([['purpose', 'My text']]),
    });
  });
  test('that a later one of the same window overtook changes nothing', () => {
    const late = { atBase: '', changedSince: true, overtaken: true };
    expect(mergeFields(new Map([['purpose', 'My te']]), current, () => late)).toEqual({
      changed: new Map(),
      conflicts: new Map(),
    });
  });
  test('of choices: what was added and taken away is done to the list as it is', () => {
    expect(merge('topics', ['x', 'y'], ['x', 'a'], true).changed).toEqual(new Map([['topics', ['b', 'y']]]));
  });
});

test('choices of two people are all there, less what either took away', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...letters));
  fc.assert(
    fc.property(ids, ids, ids, (before, first, second) => {
      const now = { ...emptyDraft, topics: first };
      const { changed } = mergeFields<FieldName>(new Map([['topics', second]]), now, () => ({
        atBase: before,
        changedSince: true,
      }));
      const result = withValues(now, changed).topics;
      const kept = (id: Letter) =>
        before.includes(id)
          ? first.includes(id) && second.includes(id)
          : first.includes(id) || second.includes(id);
      expect([...result].sort()).toEqual(letters.filter(kept));
    }),
  );
});

test('the order of choices says nothing, every letter of a text does', () => {
  expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(sameValue(['a'], ['a', 'b'])).toBe(false);
  expect(sameValue('a', 'a ')).toBe(false);
});

test('both texts joined keep every word of both', () => {
  expect(settledText('both', 'Theirs\n', 'Mine', true)).toBe('Theirs\n\nMine');
  expect(settledText('both', '', 'Mine', true)).toBe('Mine');
  expect(settledText('both', 'A', 'B', false)).toBe('A / B');
  expect(settledText('mine', 'A', 'B', false)).toBe('B');
  expect(settledText('theirs', 'A', 'B', false)).toBe('A');
});
