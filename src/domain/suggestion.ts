import { beginsWords, foldText } from '#lib/fold-text';

/** What a suggestion leads to, in the order the groups are shown. */
export const suggestionKinds = ['city', 'country', 'topic', 'practice'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** One line of the list under the search field. */
export type Suggestion = {
  kind: SuggestionKind;
  label: string;
  /** Where it is: the country of a city or of an example. */
  detail?: string;
  /** Language of the label, where it is not the reader's. */
  language?: string;
  href: string;
};

export const suggestionLimit = 8;

/** Something that can be suggested, and every name it goes by, folded. */
export type Candidate = {
  value: string;
  /** Its name in the reader's language. */
  label: string;
  folded: string;
  otherNames: readonly { name: string; folded: string }[];
  /** All of them in one, so that most candidates are passed over at a glance. */
  allFolded: string;
};

export function makeCandidate(value: string, label: string, names: Iterable<string>): Candidate {
  const otherNames = [...new Set(names)].map((name) => ({ name, folded: foldText(name) }));
  const folded = foldText(label);
  const allFolded = [folded, ...otherNames.map((name) => name.folded)].join(' ');
  return { value, label, folded, otherNames, allFolded };
}

/**
 * Candidates that practices have (`countOf`) and that have a name with words beginning as the query's words do: labels
 * before other names, what begins with the query before what goes on with it, then the most frequent. Found by a name
 * that is not the label, the name stands behind it: "Geneva (Genf)".
 */
export function matchCandidates(
  candidates: readonly Candidate[],
  query: string,
  countOf: (value: string) => number,
): { value: string; label: string }[] {
  const wanted = foldText(query);
  const found = candidates.flatMap((candidate) => {
    if (!beginsWords(candidate.allFolded, wanted)) return [];
    const name = nameFor(candidate, wanted);
    const count = countOf(candidate.value);
    return name === null || count === 0 ? [] : [{ candidate, count, ...name }];
  });
  // A few letters of another name are taken for it only where they begin nothing better.
  const sure = found.filter(({ rank }) => rank >= 0);
  return (sure.length > 0 ? sure : found)
    .sort((a, b) => b.rank - a.rank || b.count - a.count)
    .map(({ candidate: { value, label }, name }) => ({
      value,
      label: name === label ? label : `${label} (${name})`,
    }));
}

/** The label if it matches, else the other name that matches best, with how well it does. */
function nameFor({ label, folded, otherNames }: Candidate, wanted: string) {
  if (beginsWords(folded, wanted)) return { name: label, rank: folded.startsWith(wanted) ? 3 : 2 };
  const matching = otherNames.filter((name) => beginsWords(name.folded, wanted));
  const begun = matching.filter((name) => name.folded.startsWith(wanted));
  const first = begun.find((name) => wanted.length >= lettersFor(name)) ?? begun[0];
  if (first && wanted.length >= lettersFor(first)) return { name: first.name, rank: 1 };
  if (first && wanted.length >= lettersAtAll) return { name: first.name, rank: -1 };
  const within = matching.find(({ folded }) => !folded.startsWith(wanted));
  return within && (wanted.length >= lettersWithin || !isLatin(wanted))
    ? { name: within.name, rank: 0 }
    : null;
}

/** Of another name than the label. */
const lettersAtAll = 3;
/** A word within another name, "Britain", is long before it says anything: shorter ones are "de" and "stadt". */
const lettersWithin = 6;

/**
 * How much of another name must be typed. In some language or other nearly every beginning is a name of something, so
 * that two or three letters of a long one say nothing. In another script than the labels' the first letter does.
 */
function lettersFor({ folded }: { folded: string }): number {
  if (!isLatin(folded)) return 1;
  return Math.min(folded.length, Math.max(lettersAtAll, Math.min(4, Math.ceil(folded.length / 2))));
}

function isLatin(folded: string): boolean {
  return /^[\p{Script=Latin}\p{N}]/u.test(folded);
}

/** At most `suggestionLimit`: each kind gets its turn until all are taken or the list is full. */
export function pickSuggestions(found: Record<SuggestionKind, readonly Suggestion[]>): Suggestion[] {
  const longest = Math.max(...suggestionKinds.map((kind) => found[kind].length));
  const taken = Array.from({ length: Math.min(longest, suggestionLimit) }, (_, turn) =>
    suggestionKinds.flatMap((kind) => found[kind].slice(turn, turn + 1)),
  )
    .flat()
    .slice(0, suggestionLimit);
  return suggestionKinds.flatMap((kind) => taken.filter((suggestion) => suggestion.kind === kind));
}
