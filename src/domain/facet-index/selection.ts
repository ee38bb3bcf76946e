import { type Bitset, countBits, difference, filledWords, placesIn } from '#domain/facet-index/bitset';

/** Some of the rows, in the shapes that counting asks for; each is made once, when first asked for. */
export type Selection = {
  set: Bitset;
  size: number;
  /** Words of the set that are not empty; null when most are not, and looking at all of them is quicker. */
  words: () => Uint32Array | null;
  /** Whichever is fewer: the places in the set, or those of all rows that are not in it. */
  fewer: () => { places: Uint32Array; areInside: boolean };
};

/** Describes a set of rows out of all that are `present`. */
export function selectionOf(set: Bitset, present: { set: Bitset; size: number }): Selection {
  const size = countBits(set);
  return {
    set,
    size,
    words: once(() => {
      const words = filledWords(set);
      return words.length * 2 < set.length ? words : null;
    }),
    fewer: once(() => {
      if (size * 2 <= present.size) return { places: placesIn(set, size), areInside: true };
      return { places: placesIn(difference(present.set, set), present.size - size), areInside: false };
    }),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
