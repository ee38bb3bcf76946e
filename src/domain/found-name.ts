import { foldText } from '#lib/fold-text';

/** A name in the language it belongs to; `und` where it belongs to none in particular. */
export type SpokenName = { language: string; name: string };

/** A place or a topic of a practice that a search found it by, and the name that holds the word, since the label does not. */
export type FoundName = { kind: NamedKind; label: string; by: SpokenName };
type NamedKind = 'city' | 'country' | 'topic';

/** What a practice is called by: its name in the reader's language, and every other, folded. */
export type NamedThing = {
  kind: NamedKind;
  label: string;
  names: readonly (SpokenName & { folded: string })[];
};

/** Beginnings of less than this share of the shorter word are another word. */
const sameFrom = 0.6;
const lettersFrom = 3;
/** A label that begins so much alike shows the word by itself: "Geneva" for "Genève". */
const shownFrom = 0.8;

/**
 * The thing whose name holds a word that was searched for, in this or another form. Null where a label shows the word as
 * well by itself, and where no name resembles it.
 */
export function findName(word: string, things: readonly NamedThing[]): FoundName | null {
  const wanted = wordsOf(foldText(word));
  let close = Math.max(0, ...things.map(({ label }) => closeness(wanted, foldText(label))));
  if (close >= shownFrom) return null;
  let found: FoundName | null = null;
  for (const { kind, label, names } of things) {
    for (const { folded, language, name } of names) {
      const closer = closeness(wanted, folded);
      if (closer > close) [found, close] = [{ kind, label, by: { language, name } }, closer];
    }
  }
  return found;
}

/** From 0 (another word) to 1 (the same): the share of the longer word that both begin with. */
function closeness(wanted: readonly string[], folded: string): number {
  const near = wordsOf(folded).flatMap((word) => wanted.map((asked) => shareOfBeginning(asked, word)));
  return Math.max(0, ...near);
}

function shareOfBeginning(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return same >= lettersFrom && same >= short.length * sameFrom ? same / long.length : 0;
}

/** Words without the Arabic article and what is written together with it; "to the refugees" is short of a letter. */
function wordsOf(folded: string): string[] {
  return folded
    .split(' ')
    .map((word) => word.replace(/^للاج/u, 'لاج').replace(/^[وف]?(?:ال|بال|كال|لل)(?=.{3})/u, ''));
}
