import { expect, test } from 'vitest';
import { parseContent } from '#domain/content';
import { tracePractice } from '#domain/content-trace';
import { contentFiles, originalFile } from '#tests/support/content-files';

const facts = JSON.stringify({
  title: 'Open Mosques day',
  facts: [
    { text: 'In 2019 the council voted.', confidence: 'high' },
    { text: 'In 2019, 6,400 people visited twelve mosques.', confidence: 'medium' },
  ],
});

function trace(body: string) {
  const text = originalFile({ summary: null }, `## Purpose\n\n${body}\n`);
  const { value } = parseContent(
    contentFiles({ 'practices/a/en.md': text, 'practices/a/facts.json': facts }),
  );
  return value.practices.flatMap(tracePractice);
}

test('a sentence rests on the fact that shares most of its numbers', () => {
  const [traced] = trace('Visitors numbered 6,400 in 2019, in twelve mosques. They ate.');
  expect(traced?.sentence).toMatchObject({ part: 'purpose', line: 15 });
  expect(traced?.grounds).toEqual([
    { kind: 'fact', fact: expect.objectContaining({ confidence: 'medium' }) },
  ]);
  expect(traced?.missing).toEqual([]);
});

test('of two facts with the number, the one with more shared words', () => {
  const [traced] = trace('The council voted in 2019.');
  expect(traced?.grounds).toEqual([{ kind: 'fact', fact: expect.objectContaining({ confidence: 'high' }) }]);
});

test('what no fact says may stand in the record, or is missing', () => {
  const [years, unknown, word] = trace('It began in 2017. Then 31 came. All three met.');
  expect(years?.grounds).toEqual([{ kind: 'record', what: 'years of the record: 2017' }]);
  expect(unknown).toMatchObject({ grounds: [], missing: ['31'] });
  expect(word).toMatchObject({ grounds: [], missing: [] });
});
