import { expect, test } from 'vitest';
import { derivedSummaryLength, summaryOf } from '#domain/summary';

test('a written summary comes first', () => {
  expect(summaryOf({ summary: 'Written.', purpose: 'Text.' })).toBe('Written.');
});

test('without one, the first section gives its first words, without labels', () => {
  const rationale = `### LABEL\n\n${'A city of many people. '.repeat(20)}`;
  const summary = summaryOf({ summary: null, purpose: null, rationale, impact: 'Later.' });
  expect(summary).toMatch(/^A city of many people\. A city.*[a-z]…$/);
  expect(summary.length).toBeLessThanOrEqual(derivedSummaryLength);
});

test('a short section is given whole, and sources are no summary', () => {
  expect(summaryOf({ summary: null, purpose: 'These ranged…' })).toBe('These ranged…');
  expect(summaryOf({ summary: null, references: '- [x](https://example.org)' })).toBe('');
});
