import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseFrontMatter } from '#lib/front-matter';

const Fields = z.strictObject({
  title: z.string(),
  topics: z.array(z.string()).default([]),
  position: z.number().optional(),
});

test('fields and body come apart, and both know their lines', () => {
  const parsed = parseFrontMatter(
    '---\ntitle: A day\ntopics:\n  - roma\n  - refugees\n---\n\nText\n',
    Fields,
  );
  if (!parsed.ok) throw new Error('The file holds.');
  expect(parsed.value.data).toEqual({ title: 'A day', topics: ['roma', 'refugees'] });
  expect(parsed.value.lineOf(['title'])).toBe(2);
  expect(parsed.value.lineOf(['topics', 1])).toBe(5);
  expect(parsed.value.bodyLine).toBe(7);
  expect(parsed.value.body).toBe('\nText\n');
});

test.each([
  ['no fields', '# Title\n', 1, 'the file begins with a line ---, then its fields'],
  ['no end', '---\ntitle: A\n', 1, 'the fields end with a line ---, which is missing'],
  ['an open quote', '---\ntitle: A\ntopics: ["a]\n---\n', 3, 'closing "quote'],
  ['a field twice', '---\ntitle: A\ntitle: B\n---\n', 3, 'unique'],
  ['an asterisk', '---\ntitle: *bold\n---\n', 2, 'in quotes'],
  ['a missing field', '---\nposition: 1\n---\n', 2, 'title: is missing'],
  ['an unknown field', '---\ntitle: A\n\ncolour: red\n---\n', 4, 'colour: is not a known field'],
  ['a number for a text', '---\ntitle: 2021\n---\n', 2, 'title: must be text; put it in quotes'],
  ['a text for a list', '---\ntitle: A\ntopics: roma\n---\n', 3, 'topics: must be a list: [a, b]'],
  [
    'a wrong item',
    '---\ntitle: A\ntopics:\n  - roma\n  - 7\n---\n',
    5,
    'topics.1: must be text; put it in quotes',
  ],
])('%s is refused with its line', (_, text, line, reason) => {
  const parsed = parseFrontMatter(text, Fields);
  expect(parsed).toMatchObject({ ok: false, problems: [{ line, reason: expect.stringContaining(reason) }] });
});
