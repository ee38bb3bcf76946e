import { foldText } from '#lib/fold-text';

/** What is offered instead of a query that found nothing. */
export type Correction = {
  asked: string;
  /** Best first, each of which finds something. */
  queries: readonly string[];
  /** There is one clear answer: the list shows what the first of `queries` finds. */
  searched: boolean;
};

/** A public word that may have been meant by an unknown one. */
export type WordCandidate = {
  /** The unknown word and the public one, both folded. */
  asked: string;
  word: string;
  /** As it is written: "bénévoles". */
  spelling: string;
  frequency: number;
  /** A word of the reader's language, or a name. */
  familiar: boolean;
};

const offeredAtMost = 3;
/** How far a candidate may be from the unknown word, per letter of it. Beyond, it is another word. */
const strangeness = 0.33;
/** How much better the best candidate must be than the next different word, to be searched at once. */
const clearMargin = 0.35;

/** Queries with unknown words replaced, best first, and whether the first is the one clear answer. */
export function correctQuery(
  query: string,
  unknown: readonly string[],
  candidates: readonly WordCandidate[],
): { queries: string[]; clear: boolean } {
  const choices = unknown.map((asked) => ({ asked, options: rankCandidates(asked, candidates) }));
  if (choices.length === 0 || choices.some(({ options }) => options.length === 0))
    return { queries: [], clear: false };
  const queries = Array.from({ length: offeredAtMost }, (_, i) => {
    const chosen = new Map(
      choices.map(({ asked, options }) => [asked, spell((options[i] ?? options[0])?.spelling ?? asked)]),
    );
    return query.replace(/[\p{L}\p{N}\p{M}]+/gu, (typed) => chosen.get(foldText(typed)) ?? typed);
  });
  return { queries: [...new Set(queries)], clear: choices.every(({ options }) => isClear(options)) };
}

/** The database takes the dots that follow a word for a part of it. */
function spell(spelling: string): string {
  return spelling.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
}

type Option = WordCandidate & { penalty: number };

function rankCandidates(asked: string, candidates: readonly WordCandidate[]): Option[] {
  const length = [...asked].length;
  const allowed = length < 5 ? 1 : length < 10 ? 2 : 3;
  return candidates
    .filter((candidate) => candidate.asked === asked)
    .map((candidate) => ({ ...candidate, distance: editDistance(asked, candidate.word) }))
    .filter(({ distance }) => distance <= allowed)
    .map(({ distance, ...candidate }) => ({ ...candidate, penalty: distance + unlikeliness(candidate) }))
    .filter(({ penalty }) => penalty / length <= strangeness)
    .sort((a, b) => a.penalty - b.penalty || (a.word < b.word ? -1 : 1));
}

/** Between candidates as near: few mistype the first letter, and readers mean common words of their own language. */
function unlikeliness({ asked, word, familiar, frequency }: WordCandidate): number {
  const first = asked[0] === word[0] ? 0 : 0.5;
  return first + (familiar ? 0 : 0.3) - Math.min(0.3, Math.log10(frequency) * 0.15);
}

/** Forms of one word ("rumour", "rumours") do not compete with each other. */
function isClear([best, ...others]: readonly Option[]): boolean {
  if (!best) return false;
  const next = others.find(({ word }) => !isFormOf(word, best.word));
  return !next || next.penalty - best.penalty >= clearMargin;
}

function isFormOf(a: string, b: string): boolean {
  const stem = Math.max(4, Math.min(a.length, b.length) - 2);
  return a.slice(0, stem) === b.slice(0, stem);
}

/** Letters to add, drop, change or swap with their neighbour to get from one word to the other (Damerau-Levenshtein). */
export function editDistance(from: string, to: string): number {
  const [a, b] = [[...from], [...to]];
  let before: number[] = [];
  let previous = b.map((_, j) => j);
  previous.push(b.length);
  a.forEach((letter, i) => {
    const current = [i + 1];
    b.forEach((other, j) => {
      const swapped = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other;
      current.push(
        Math.min(
          (previous[j + 1] ?? 0) + 1,
          (current[j] ?? 0) + 1,
          (previous[j] ?? 0) + (letter === other ? 0 : 1),
          swapped ? (before[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    });
    before = previous;
    previous = current;
  });
  return previous[b.length] ?? 0;
}
