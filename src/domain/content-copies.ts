import { contentLimits } from '#domain/content-file';
import { wordsOf } from '#lib/sentences';

/** Small words that stand inside names: "Office for the Integration of Newcomers". */
const connectors = new Set(
  'of the and for in on at to a an de del della di da do dos du des la le les el y e et i'.split(' '),
);

/** They belong to the name that follows them. */
const articles = new Set('the a an le la les el il lo los las o os der die das'.split(' '));

/** Passages of a text that stand word for word in a fact. A name of many words counts as one. */
export function findCopies(text: string, facts: readonly string[]): string[] {
  const words = wordsOf(text);
  const runs = facts.flatMap((fact) => findSharedRuns(words, wordsOf(fact)));
  const copies = runs.filter(
    ({ start, end }) => countNameAsOne(words.slice(start, end)) >= contentLimits.copiedWords,
  );
  return [...new Set(copies.map(({ start, end }) => words.slice(start, end).join(' ')))];
}

/** The longest runs of `copiedWords` or more words that both have, as places in `words`. */
function findSharedRuns(words: readonly string[], fact: readonly string[]): { start: number; end: number }[] {
  const size = contentLimits.copiedWords;
  const spell = (list: readonly string[], at: number) =>
    list
      .slice(at, at + size)
      .join(' ')
      .toLowerCase();
  const passages = new Set(fact.slice(size - 1).map((_, at) => spell(fact, at)));
  const runs: { start: number; end: number }[] = [];
  for (let at = 0; at + size <= words.length; at += 1) {
    if (!passages.has(spell(words, at))) continue;
    const last = runs.at(-1);
    if (last && last.end === at + size - 1) last.end += 1;
    else runs.push({ start: at, end: at + size });
  }
  return runs;
}

function countNameAsOne(words: readonly string[]): number {
  let count = 0;
  let inName = false;
  let between = 0;
  const isName = (word: string | undefined) => word !== undefined && /^[\p{Lu}\p{N}]/u.test(word);
  for (const [index, word] of words.entries()) {
    if (isName(word) || (articles.has(word) && isName(words[index + 1]))) {
      if (inName) between = 0;
      else count += 1;
      inName = true;
    } else if (inName && connectors.has(word)) {
      between += 1;
    } else {
      count += 1 + between;
      inName = false;
      between = 0;
    }
  }
  return count + between;
}
