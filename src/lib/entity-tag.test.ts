import { expect, test } from 'vitest';
import { hasEntity, makeEntityTag } from '#lib/entity-tag';

const tag = makeEntityTag(['build', '7', '/en?country=PT']);

test('the tag is weak, short, and the same for the same parts', () => {
  expect(tag).toMatch(/^W\/"[\w-]{24}"$/);
  expect(makeEntityTag(['build', '7', '/en?country=PT'])).toBe(tag);
});

test.each([
  [['build', '8', '/en?country=PT']],
  [['build', '7', '/fr?country=PT']],
  [['build7', '', '/en?country=PT']],
])('%j has another', (parts) => expect(makeEntityTag(parts)).not.toBe(tag));

test.each([tag, tag.slice(2), `"other", ${tag}`, `W/"x",${tag} , "y"`])('%s is the text', (header) =>
  expect(hasEntity(header, tag)).toBe(true),
);

test.each([null, '', '*', 'W/""', '"', tag.slice(0, -2), `${tag}x`])('%s is not', (header) =>
  expect(hasEntity(header, tag)).toBe(false),
);
