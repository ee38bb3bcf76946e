/** A full stop after an abbreviation ends no sentence: "St. Gallen", "e.g. schools". */
const abbreviation =
  /(?:^|[\s(])(?:\p{Lu}|St|Dr|Mr|Mrs|Ms|Nr|nr|ca|approx|resp|incl|bzw|z\. ?B|e\.g|i\.e|p\. ?ex|f\. ?eks)\.$/u;
/** Nor does one after a German ordinal: "am 15. Mai". */
const ordinal = /(?:^|\s)\d{1,2}\.$/;
const afterOrdinal =
  /^(?:\p{Ll}|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)/u;

/** The sentences of a plain paragraph, by the rules of its language. */
export function splitSentences(paragraph: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(paragraph)) {
    const part = segment.trim();
    const before = sentences.at(-1) ?? '';
    const goesOn = abbreviation.test(before) || (ordinal.test(before) && afterOrdinal.test(part));
    // A closing quotation mark after a space, as French has it, is no sentence.
    const isTail = before !== '' && !/[\p{L}\p{N}]/u.test(part);
    if (goesOn || isTail) sentences.splice(-1, 1, `${before} ${part}`.trim());
    else if (part) sentences.push(part);
  }
  return sentences;
}

/** How many words a reader counts: runs between spaces that hold a letter or a digit. "6 400" is one. */
export function countWords(text: string): number {
  const joined = text.replace(/(?<=\d)[\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return joined.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The words of a text without punctuation, as they are written. "l’accueil" and "3.2" are one word each. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
}
