/** A passage with its words, spaces and signs. */
export type Passage = { text: string; words: readonly string[] };

type Pair<T> = { one: T; other: T } | { one: T; other?: never } | { one?: never; other: T };

/** How much of two passages is the same where one is a changed version of the other. */
const alike = 0.4;
/** Pairs that are looked at; beyond that nothing is paired. */
const mostPairs = 2_500;

/** Two lists of passages as one, in the order of both: those that are alike stand together, as far as the order lets them. */
export function pairAlike<T extends Passage>(ones: readonly T[], others: readonly T[]): Pair<T>[] {
  const [only, instead] = [ones[0], others[0]];
  if (ones.length === 1 && others.length === 1 && only && instead) return [{ one: only, other: instead }];
  if (ones.length * others.length > mostPairs)
    return [...ones.map((one) => ({ one })), ...others.map((other) => ({ other }))];
  const best = scorePairs(ones, others);
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  for (let one = ones[i], other = others[j]; one || other; one = ones[i], other = others[j]) {
    const here = best[i]?.[j];
    if (one && other && here?.paired) {
      pairs.push({ one, other });
      i += 1;
      j += 1;
    } else if (one && (!other || (best[i + 1]?.[j]?.score ?? 0) >= (best[i]?.[j + 1]?.score ?? 0))) {
      pairs.push({ one });
      i += 1;
    } else if (other) {
      pairs.push({ other });
      j += 1;
    }
  }
  return pairs;
}

type Cell = { score: number; paired: boolean };

/** For each place in both lists: how alike the rest can be made, and whether the two passages there are a pair for that. */
function scorePairs(ones: readonly Passage[], others: readonly Passage[]): Cell[][] {
  const counts = { ones: ones.map(countWords), others: others.map(countWords) };
  const best: Cell[][] = Array.from({ length: ones.length + 1 }, () =>
    Array.from({ length: others.length + 1 }, () => ({ score: 0, paired: false })),
  );
  for (let i = ones.length - 1; i >= 0; i -= 1) {
    for (let j = others.length - 1; j >= 0; j -= 1) {
      const apart = Math.max(best[i + 1]?.[j]?.score ?? 0, best[i]?.[j + 1]?.score ?? 0);
      const likeness = likenessOf(counts.ones[i], counts.others[j]);
      const together = likeness < alike ? 0 : likeness + (best[i + 1]?.[j + 1]?.score ?? 0);
      const row = best[i];
      if (row) row[j] = { score: Math.max(apart, together), paired: together > apart };
    }
  }
  return best;
}

type Counts = { words: ReadonlyMap<string, number>; total: number };

function countWords({ words }: Passage): Counts {
  const counts = new Map<string, number>();
  const telling = words.filter((word) => /[\p{L}\p{N}]/u.test(word));
  for (const word of telling) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { words: counts, total: telling.length };
}

/** From 0, nothing in common, to 1, the same words. */
function likenessOf(one?: Counts, other?: Counts): number {
  if (!one || !other || one.total + other.total === 0) return 0;
  let shared = 0;
  for (const [word, count] of one.words) shared += Math.min(count, other.words.get(word) ?? 0);
  return (2 * shared) / (one.total + other.total);
}
