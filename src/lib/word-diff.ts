import { type ArrayChange, diffArrays } from 'diff';

export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** Steps from one passage to the other that are looked for; where it takes more, they have too little in common to tell. */
const mostSteps = 400;
/** Of the longer passage, at least: with less in common, the one is told as taking the place of the other. */
const leastShared = 0.25;

/** The words, spaces and signs of a passage in a language, also of one that sets no spaces between words. */
export function splitWords(passage: string, segmenter: Intl.Segmenter): string[] {
  return Array.from(segmenter.segment(passage), ({ segment }) => segment);
}

/**
 * What was taken out of a passage and what was added to it, word by word; what stands between two changes without a letter
 * belongs to them. Without the added parts it is the passage before, without the removed ones the passage after.
 */
export function diffWords(before: readonly string[], after: readonly string[]): DiffPart[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: mostSteps });
  const whole = { gone: before.join(''), come: after.join('') };
  if (!changes || sharedBy(changes) < leastShared * Math.max(whole.gone.length, whole.come.length))
    return changeOf(whole.gone, whole.come);
  return joinChanges(changes);
}

function joinChanges(changes: readonly ArrayChange<string>[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let gone = '';
  let come = '';
  // What stands between two changes, while it is not known whether there is another.
  let between = '';
  const close = () => {
    // A space that both end with has not changed.
    const space = sharedSpace(gone, come);
    parts.push(
      ...changeOf(gone.slice(0, gone.length - space.length), come.slice(0, come.length - space.length)),
    );
    if (space + between) parts.push({ kind: 'same', text: space + between });
    gone = come = between = '';
  };
  for (const { value, added, removed } of changes) {
    const text = value.join('');
    if (!added && !removed) {
      between = text;
      if (!(gone || come) || /[\p{L}\p{N}]/u.test(text)) close();
      continue;
    }
    gone += between + (removed ? text : '');
    come += between + (added ? text : '');
    between = '';
  }
  close();
  return parts;
}

/** Characters of the words that stayed. */
function sharedBy(changes: readonly ArrayChange<string>[]): number {
  const kept = changes.filter(({ added, removed }) => !added && !removed);
  const isWord = (text: string) => /[\p{L}\p{N}]/u.test(text);
  return kept.reduce((sum, { value }) => sum + value.filter(isWord).join('').length, 0);
}

/** The space that two texts both end with. */
function sharedSpace(one: string, other: string): string {
  const space = one.slice(one.trimEnd().length);
  return other.endsWith(space) ? space : '';
}

function changeOf(gone: string, come: string): DiffPart[] {
  const parts: DiffPart[] = [
    { kind: 'removed', text: gone },
    { kind: 'added', text: come },
  ];
  return parts.filter(({ text }) => text !== '');
}
