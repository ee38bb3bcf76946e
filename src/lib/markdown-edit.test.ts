import { describe, expect, test } from 'vitest';
import { applyTool, type MarkdownTool } from '#lib/markdown-edit';

/** The selection stands between bars, in what goes in and what comes out. */
function use(tool: MarkdownTool, drawn: string): string {
  const start = drawn.indexOf('|');
  const end = drawn.lastIndexOf('|') - (drawn.lastIndexOf('|') > start ? 1 : 0);
  const { text, ...after } = applyTool(tool, { text: drawn.replaceAll('|', ''), start, end });
  return `${text.slice(0, after.start)}|${text.slice(after.start, after.end)}|${text.slice(after.end)}`;
}

describe.each([
  ['bold', 'a |word| b', 'a **|word|** b'],
  ['bold', 'a **|word|** b', 'a |word| b'],
  ['bold', 'a| word |b', 'a **|word|** b'],
  ['italic', '|word|', '*|word|*'],
  ['italic', '**|word|**', '***|word|***'],
  ['italic', '***|word|***', '**|word|**'],
  ['bold', 'a || b', 'a **||** b'],
  ['heading', 'Ti|t|le', '|### Title|'],
  ['heading', '### Ti|t|le', '|Title|'],
  ['heading', '- Ti|t|le', '|### Title|'],
  ['list', 'one|\ntwo|', '|- one\n- two|'],
  ['list', '- o|ne\n- two|', '|one\ntwo|'],
  ['list', 'Text\no|n|e', 'Text\n\n|- one|'],
  ['list', '- one\nt|w|o', '- one\n|- two|'],
  ['list', '||', '|- |'],
  ['numbers', 'a|\n\nb\nc|', '|1. a\n\n2. b\n3. c|'],
  ['numbers', '- a|\n- b|', '|1. a\n2. b|'],
  ['link', 'see |our page| now', 'see [our page](|https://|) now'],
  ['link', '|https://example.org|', '[||](https://example.org)'],
] as const)('%s on "%s"', (tool, before, after) => {
  test(`is "${after}"`, () => {
    expect(use(tool, before)).toBe(after);
  });
});
