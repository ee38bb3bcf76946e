import { expect, test } from 'vitest';
import type { FieldProblem } from '#domain/submission-check';
import { fieldNames, submissionFields } from '#domain/submission-fields';
import { locales } from '#i18n/locales';
import { problemText } from '#i18n/submission-problem';

const counted = { count: 1_400, limit: 1_200 };
const rules: FieldProblem[] = [
  ...fieldNames
    .filter((field) => submissionFields[field].needed)
    .map((field) => ({ field, reason: 'missing' as const })),
  ...fieldNames.map((field) => ({ field, reason: 'too-long' as const, ...counted })),
  { field: 'topics', reason: 'too-many', ...counted },
  { field: 'country', reason: 'unknown-choice' },
  { field: 'cities', reason: 'other-country' },
  { field: 'website', reason: 'not-an-address' },
  { field: 'contactEmail', reason: 'not-an-address' },
  ...(['no-year', 'years-not-understood', 'end-before-start', 'years-out-of-range'] as const).map(
    (reason) => ({ field: 'years' as const, reason }),
  ),
];

test.each(locales)('every problem has a sentence of its own in %s', (locale) => {
  const sentences = rules.map((problem) => problemText(problem, locale));
  expect(new Set(sentences).size).toBe(rules.length);
  expect(sentences.filter((text) => /invalid|please|[!{}]/i.test(text))).toEqual([]);
});

test('a sentence says what to do, with the numbers that matter', () => {
  const title: FieldProblem = { field: 'title', reason: 'too-long', count: 140, limit: 120 };
  expect(problemText(title, 'en')).toBe('The title has 140 characters; 120 fit');
  expect(problemText({ ...title, field: 'process', ...counted }, 'en')).toBe(
    'Process: 1,400 characters are too many; 1,200 fit',
  );
  expect(problemText({ field: 'title', reason: 'missing' }, 'fr')).toBe('Indiquez le titre de l’exemple');
});
