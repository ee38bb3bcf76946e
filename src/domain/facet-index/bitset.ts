/** One bit for each place of a row in the index. */
export type Bitset = Uint32Array;

/** Memory that a worker thread can read without a copy. */
export function sharedWords(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4));
}

/** Words of 32 bits that hold `size` bits. */
export function wordsFor(size: number): number {
  return Math.ceil(size / 32);
}

/** A copy with room for `size` bits, in shared memory. */
export function growBitset(set: Bitset | undefined, size: number): Bitset {
  const grown = sharedWords(wordsFor(size));
  if (set) grown.set(set);
  return grown;
}

export function setBit(set: Bitset, place: number): void {
  set[place >>> 5] = (set[place >>> 5] ?? 0) | (1 << (place & 31));
}

export function clearBit(set: Bitset, place: number): void {
  set[place >>> 5] = (set[place >>> 5] ?? 0) & ~(1 << (place & 31));
}

export function hasBit(set: Bitset, place: number): boolean {
  return ((set[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
}

/** Adds the bits of `other` to `set`. */
export function unite(set: Bitset, other: Bitset): void {
  for (let i = 0; i < set.length; i += 1) set[i] = (set[i] ?? 0) | (other[i] ?? 0);
}

/** Keeps in `set` what `other` has too. */
export function intersect(set: Bitset, other: Bitset): void {
  for (let i = 0; i < set.length; i += 1) set[i] = (set[i] ?? 0) & (other[i] ?? 0);
}

/** What `whole` has and `part` has not. */
export function difference(whole: Bitset, part: Bitset): Bitset {
  const rest = whole.slice();
  for (let i = 0; i < rest.length; i += 1) rest[i] = (rest[i] ?? 0) & ~(part[i] ?? 0);
  return rest;
}

export function countBits(set: Bitset): number {
  return countCommon(set, set);
}

/**
 * How many bits two sets share. The ones of a word are counted as in Warren, Hacker's Delight, 5-1; written out in both
 * loops, since most of the time of a question is spent here, and as a function of its own it takes three times as long.
 */
export function countCommon(a: Bitset, b: Bitset): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 1) {
    let bits = (a[i] ?? 0) & (b[i] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** The same, looking only at some words: those where `b` has bits. */
export function countCommonIn(words: Uint32Array, a: Bitset, b: Bitset): number {
  let count = 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? 0;
    let bits = (a[word] ?? 0) & (b[word] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Which words of a set have bits. */
export function filledWords(set: Bitset): Uint32Array {
  const words = new Uint32Array(set.length);
  let length = 0;
  for (let i = 0; i < set.length; i += 1) {
    if (set[i] === 0) continue;
    words[length] = i;
    length += 1;
  }
  return words.subarray(0, length);
}

/** The places in a set, ascending; `count` is how many there are. */
export function placesIn(set: Bitset, count: number): Uint32Array {
  const places = new Uint32Array(count);
  let length = 0;
  for (let i = 0; i < set.length; i += 1) {
    let word = set[i] ?? 0;
    while (word !== 0) {
      places[length] = i * 32 + 31 - Math.clz32(word & -word);
      length += 1;
      word &= word - 1;
    }
  }
  return places;
}
