export type Random = {
  /** From 0 up to, but not including, 1. */
  next: () => number;
  /** A whole number below `values`, each as likely as the others. */
  below: (values: number) => number;
  /** A whole number below `values`, small ones far more often (Zipf's law). */
  oftenFirst: (values: number) => number;
};

/** Numbers that look random and are the same for the same seed, on every machine (sfc32 by Chris Doty-Humphrey). */
export function randomFrom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first numbers of neighbouring seeds resemble each other.
  for (let i = 0; i < 15; i += 1) next();
  return {
    next,
    below: (values) => Math.floor(next() * values),
    oftenFirst: (values) => Math.floor((values + 1) ** next() - 1),
  };
}
