import {
  type DraftFields,
  type FieldName,
  fieldNames,
  type StepName,
  submissionFields,
} from '#domain/submission-fields';
import { plainParagraphs, plainText } from '#lib/plain-text';
import { countWords, splitSentences } from '#lib/sentences';

/** Something that would help readers. A hint never stands in the way of saving or sending. */
export type WritingHint = { field: FieldName } & (
  | { reason: 'empty' | 'only-link' }
  | { reason: 'acronyms'; acronyms: readonly string[] }
  | { reason: 'long-sentences'; count: number; words: number }
);

/** Words that a reader can bear in one sentence. */
export const longestSentence = 40;
const mostAcronyms = 5;

/** Not needed to send, and what other cities ask for first. */
const wanted: readonly FieldName[] = ['resources', 'challenges', 'transfer', 'evidence'];

/** What would help the readers of a step, field by field. */
export function hintsFor(fields: DraftFields, step?: StepName): WritingHint[] {
  const explained = fieldNames.map((name) => textOf(fields, name)).join('\n');
  return fieldNames
    .filter((name) => !step || submissionFields[name].step === step)
    .filter((name) => ['text', 'markdown'].includes(submissionFields[name].kind))
    .flatMap((name) => hintsOf(name, textOf(fields, name), explained, fields.language || 'en'));
}

function hintsOf(field: FieldName, text: string, explained: string, language: string): WritingHint[] {
  if (text.trim() === '') return wanted.includes(field) ? [{ field, reason: 'empty' }] : [];
  // A list of documents is made of links, and of names that are no sentences.
  if (field === 'references') return [];
  if (isOnlyLink(text)) return [{ field, reason: 'only-link' }];
  const acronyms = findAcronyms(text, explained).slice(0, mostAcronyms);
  const long = longSentences(text, language);
  return [
    ...(acronyms.length > 0 ? [{ field, reason: 'acronyms' as const, acronyms }] : []),
    ...(long.length > 0
      ? [{ field, reason: 'long-sentences' as const, count: long.length, words: Math.max(...long) }]
      : []),
  ];
}

function textOf(fields: DraftFields, name: FieldName): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** Whether there is an address and next to nothing else to read. */
function isOnlyLink(text: string): boolean {
  const address = /(?:https?:\/\/|www\.)[^\s)>\]]+/gi;
  if (!address.test(text)) return false;
  return countWords(plainText(text).replace(address, ' ')) < 5;
}

/** Understood by those who read about cities in Europe. */
const familiar = new Set(
  'EU UE BE UN ONU OKB NGO NGOS ONG OJF OJQ UNESCO UNICEF COVID PDF TV USA SHBA UK IT OK ID VIP HIV AIDS SMS GPS'.split(
    ' ',
  ),
);

/** Words in capitals that are nowhere spelt out in brackets, neither "Name (ABC)" nor "ABC (name)". */
function findAcronyms(text: string, explained: string): string[] {
  const words = plainText(text).match(/(?<![\p{L}\p{N}-])\p{Lu}[\p{Lu}\p{N}]{1,6}(?![\p{L}\p{N}])/gu) ?? [];
  const unknown = [...new Set(words)].filter(
    (word) => !familiar.has(word) && !/^[IVXLCDM]+$/.test(word) && /\p{Lu}.*\p{Lu}/u.test(word),
  );
  // Someone who writes everything in capitals writes no acronyms.
  if (words.length * 3 > countWords(text)) return [];
  return unknown.filter((word) => !explained.includes(`(${word})`) && !explained.includes(`${word} (`));
}

/** How many words each sentence has that is too long. */
function longSentences(text: string, language: string): number[] {
  return plainParagraphs(text)
    .flatMap((paragraph) => splitSentences(paragraph.text, language))
    .map(countWords)
    .filter((words) => words > longestSentence);
}
