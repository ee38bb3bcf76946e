import { diffArrays } from 'diff';
import { pairAlike } from '#lib/pair-alike';
import { textBlocks } from '#lib/text-blocks';
import { type DiffPart, diffWords, splitWords } from '#lib/word-diff';

/** A paragraph, heading or list item: as it was and is, gone, new, or with some of its words changed. */
export type DiffBlock = DiffPart | { kind: 'changed'; parts: readonly DiffPart[] };

/** Steps from one text to the other, in blocks, that are looked for. */
const mostSteps = 1_000;

/**
 * What changed from one Markdown text to another: first by paragraph, then by word inside those that have much in common.
 * The cost is bounded: very long texts that have little in common are told as taken out and added whole.
 *
 * @param language of both texts; decides what a word is.
 */
export function diffTexts(before: string, after: string, language: string): DiffBlock[] {
  const segmenter = new Intl.Segmenter(knownLanguage(language), { granularity: 'word' });
  const blocks: DiffBlock[] = [];
  let gone: readonly string[] = [];
  let come: readonly string[] = [];
  const close = () => {
    blocks.push(...diffRun(gone, come, segmenter));
    gone = come = [];
  };
  for (const { value, added, removed } of diffBlocks(textBlocks(before), textBlocks(after))) {
    if (removed) gone = [...gone, ...value];
    else if (added) come = [...come, ...value];
    else {
      close();
      blocks.push(...value.map((text) => ({ kind: 'same', text }) as const));
    }
  }
  close();
  return blocks;
}

type BlockChange = { value: readonly string[]; added: boolean; removed: boolean };

/** Where the way is too long: what both begin and end with is the same, the rest is another text. */
function diffBlocks(before: string[], after: string[]): BlockChange[] {
  const found = diffArrays(before, after, { maxEditLength: mostSteps });
  if (found) return found;
  const length = Math.min(before.length, after.length);
  let start = 0;
  while (start < length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const middle = (blocks: string[]) => blocks.slice(start, blocks.length - end);
  return [
    { value: before.slice(0, start), added: false, removed: false },
    { value: middle(before), added: false, removed: true },
    { value: middle(after), added: true, removed: false },
    { value: before.slice(before.length - end), added: false, removed: false },
  ];
}

/** Blocks that were taken out and blocks that came in their place: those that are alike are one that was changed. */
function diffRun(gone: readonly string[], come: readonly string[], segmenter: Intl.Segmenter): DiffBlock[] {
  const before = gone.map((text) => ({ text, words: splitWords(text, segmenter) }));
  const after = come.map((text) => ({ text, words: splitWords(text, segmenter) }));
  return pairAlike(before, after).map(({ one, other }): DiffBlock => {
    if (!other) return { kind: 'removed', text: one.text };
    if (!one) return { kind: 'added', text: other.text };
    return { kind: 'changed', parts: diffWords(one.words, other.words) };
  });
}

/** A language that was typed by a person may be none. */
function knownLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
