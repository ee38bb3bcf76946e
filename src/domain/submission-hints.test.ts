import { expect, test } from 'vitest';
import { emptyDraft } from '#domain/submission-fields';
import { hintsFor, longestSentence } from '#domain/submission-hints';

const hints = (purpose: string, more = {}) =>
  hintsFor({ ...emptyDraft, purpose, ...more }, 'story').filter(({ field }) => field === 'purpose');

test('a good text has none', () => {
  expect(
    hints('The city opened a **one-stop shop** for newcomers. It gives advice in nine languages.'),
  ).toEqual([]);
});

test('what other cities ask for first is wanted, nothing else', () => {
  const empty = hintsFor(emptyDraft).filter(({ reason }) => reason === 'empty');
  expect(empty.map(({ field }) => field)).toEqual(['resources', 'challenges', 'transfer', 'evidence']);
});

test.each([
  'https://example.org/report.pdf',
  'See [our page](https://example.org).',
  'More: www.example.org/a',
])('only a link: %s', (text) => {
  expect(hints(text)).toEqual([{ field: 'purpose', reason: 'only-link' }]);
});

test('a link beside a text is none, and documents may be links', () => {
  expect(hints('Newcomers find advice in nine languages on https://example.org.')).toEqual([]);
  expect(hintsFor({ ...emptyDraft, references: 'https://example.org' }, 'repeat').at(-1)?.field).not.toBe(
    'references',
  );
});

test('acronyms that are spelt out nowhere', () => {
  const text = 'The DGAS and the PAX2 office worked with the EU and with COVID money, phase II.';
  expect(hints(text)).toEqual([{ field: 'purpose', reason: 'acronyms', acronyms: ['DGAS', 'PAX2'] }]);
  expect(hints(`${text} PAX2 (an office).`, { rationale: 'Direction of social affairs (DGAS)' })).toEqual([]);
  expect(hints('WE WROTE ALL OF IT IN CAPITALS')).toEqual([]);
});

test('very long sentences, with the words of the longest', () => {
  const long = `Long ${'word '.repeat(longestSentence - 1)}end.`;
  expect(hints(`Short. ${long}`)).toEqual([
    { field: 'purpose', reason: 'long-sentences', count: 1, words: longestSentence + 1 },
  ]);
  expect(hints(`${'word '.repeat(longestSentence - 1)}end.`)).toEqual([]);
});
