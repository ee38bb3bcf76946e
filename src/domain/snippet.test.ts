import { expect, test } from 'vitest';
import { cutSnippet, snippetMarks } from '#domain/snippet';

const mark = (word: string) => `${snippetMarks.start}${word}${snippetMarks.stop}`;

test('a marked text is cut into what was found and what stands around it', () => {
  expect(cutSnippet(`a ${mark('<b>choir</b>')} of ${mark('many')}`, 'en')).toEqual({
    language: 'en',
    parts: [
      { text: 'a ', found: false },
      { text: '<b>choir</b>', found: true },
      { text: ' of ', found: false },
      { text: 'many', found: true },
    ],
  });
});

test('a text without a mark is no snippet', () => {
  expect(cutSnippet('a choir', 'en')).toBeNull();
  expect(cutSnippet('', 'en')).toBeNull();
});
