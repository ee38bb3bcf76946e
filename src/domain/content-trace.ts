import type { Fact, RecordFacts } from '#domain/content-facts';
import type { ContentPractice } from '#domain/content-practice';
import { type ContentSentence, sentencesOf } from '#domain/content-sentences';
import { wordsOf } from '#lib/sentences';
import { numbersIn, numberWordsIn, type WrittenNumber } from '#lib/written-numbers';

/** What a number rests on: a fact, or what else the record knows (its years, titles of its sources, a note). */
type Ground = { kind: 'fact'; fact: Fact } | { kind: 'record'; what: string };

/** A sentence with a number in it, what it rests on, and the numbers that rest on nothing. */
export type TracedSentence = {
  file: string;
  language: string;
  sentence: ContentSentence;
  grounds: readonly Ground[];
  missing: readonly string[];
};

/** Leads every sentence with a number back to facts. Empty when the practice has no facts. */
export function tracePractice(practice: ContentPractice): TracedSentence[] {
  const { facts } = practice;
  if (!facts) return [];
  const recordGrounds = listRecordGrounds(practice, facts);
  return practice.texts.flatMap((text) =>
    sentencesOf(text).flatMap((sentence) => {
      const numbers = numbersIn(sentence.text);
      // Words are traced as well, but one that counts what the text lists ("the two") needs no fact.
      const inWords = text.language === 'en' ? numberWordsIn(sentence.text) : [];
      if (numbers.length + inWords.length === 0) return [];
      const { grounds, open } = cover([...numbers, ...inWords], sentence.text, facts, recordGrounds);
      const missing = open.filter((one) => numbers.includes(one)).map(({ written }) => written);
      return [{ file: text.file, language: text.language, sentence, grounds, missing }];
    }),
  );
}

/** Whether a number occurs in a text, in digits or in English words. */
function occursIn(wanted: WrittenNumber, text: string): boolean {
  const present = [...numbersIn(text), ...numberWordsIn(text)].flatMap(({ values }) => values);
  return wanted.values.some((value) => present.includes(value));
}

/** Takes the fact that shares most numbers, then words, until every number is covered. */
function cover(
  numbers: readonly WrittenNumber[],
  sentence: string,
  { facts }: RecordFacts,
  recordGrounds: readonly { what: string; text: string }[],
): { grounds: Ground[]; open: WrittenNumber[] } {
  const spoken = new Set(wordsOf(sentence.toLowerCase()));
  const grounds: Ground[] = [];
  let open = [...numbers];
  const scoreOf = (fact: Fact) => {
    const shared = open.filter((number) => occursIn(number, fact.text)).length;
    const words = wordsOf(fact.text.toLowerCase()).filter(
      (word) => word.length > 3 && spoken.has(word),
    ).length;
    return shared === 0 ? 0 : shared * 1_000 + words;
  };
  while (open.length > 0) {
    const best = facts.map((fact) => ({ fact, score: scoreOf(fact) })).sort((a, b) => b.score - a.score)[0];
    if (!best || best.score === 0) break;
    grounds.push({ kind: 'fact', fact: best.fact });
    open = open.filter((number) => !occursIn(number, best.fact.text));
  }
  for (const { what, text } of recordGrounds) {
    const covered = open.filter((number) => occursIn(number, text));
    if (covered.length > 0) grounds.push({ kind: 'record', what: `${what}: ${text}` });
    open = open.filter((number) => !covered.includes(number));
  }
  return { grounds, open };
}

function listRecordGrounds(practice: ContentPractice, facts: RecordFacts): { what: string; text: string }[] {
  const years = [practice.years.start, practice.years.end, facts.yearStart, facts.yearEnd];
  return [
    { what: 'years of the record', text: [...new Set(years.filter((year) => year != null))].join(', ') },
    { what: 'title', text: facts.title },
    { what: 'note', text: facts.note ?? '' },
    { what: 'source', text: facts.sourceTitle ?? '' },
    ...facts.otherSources.map(({ title }) => ({ what: 'source', text: title })),
  ].filter(({ text }) => text);
}
