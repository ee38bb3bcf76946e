import { expect, test } from 'vitest';
import { TextFields } from '#domain/translation';
import { changedParts, checkTranslation, partsOf, textLimit } from '#domain/translation-check';

const original = TextFields.parse({
  title: 'Table',
  purpose: 'To meet.',
  impact: 'All came.',
  references: ' ',
});

test('a translation has the parts of its original, in reading order', () => {
  expect(partsOf(original)).toEqual(['title', 'purpose', 'impact']);
});

test('what it lacks is named, and what its original has not may stay empty', () => {
  const fields = TextFields.parse({ title: 'Tryezë', purpose: '\n ', impact: 'Erdhën të gjithë.' });
  expect(checkTranslation(fields, original)).toEqual([{ name: 'purpose', reason: 'missing' }]);
});

test('it has half as much room again as an original, counted as people count', () => {
  const impact = '👩‍👩‍👧'.repeat(textLimit('impact'));
  const fields = TextFields.parse({ title: 'Tryezë', purpose: 'Takim.', impact });
  expect(checkTranslation(fields, original)).toEqual([]);
  expect(checkTranslation({ ...fields, impact: `${impact}!` }, original)).toEqual([
    { name: 'impact', reason: 'too-long', count: textLimit('impact') + 1, limit: textLimit('impact') },
  ]);
  expect(textLimit('impact')).toBe(6_000);
});

test('parts that changed are told, also one that is new and one that is gone; blanks at the ends are no change', () => {
  const after = TextFields.parse({ title: 'Table ', purpose: 'To meet.', impact: '', process: 'Weekly.' });
  expect(changedParts(original, after)).toEqual(['process', 'impact']);
});
