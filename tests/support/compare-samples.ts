/** How alike two samples of measurements are. */
export type Comparison = {
  means: readonly [number, number];
  medians: readonly [number, number];
  /** How likely a measurement of the second is larger than one of the first: 0.5 when nothing tells them apart. */
  auc: number;
  /** How often chance alone would part the distributions as far (Kolmogorov and Smirnov). */
  kolmogorovSmirnov: number;
  /** How often shuffled labels part the mean ranks as far. */
  permutation: number;
};

/** Compares two samples of any length. `random` gives numbers from 0 to 1. */
export function compareSamples(a: readonly number[], b: readonly number[], random: () => number): Comparison {
  const ranks = rank([...a, ...b]);
  return {
    means: [mean(a), mean(b)],
    medians: [median(a), median(b)],
    auc: aucOf(ranks, a.length),
    kolmogorovSmirnov: kolmogorovSmirnov(a, b),
    permutation: permutation(ranks, a.length, random),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The rank of each value, ties sharing theirs. */
function rank(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((x, y) => (values[x] ?? 0) - (values[y] ?? 0));
  const ranks = Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let place = from; place <= to; place += 1) ranks[order[place] ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/** From the ranks of both, the first `count` of which are the first sample's. */
function aucOf(ranks: readonly number[], count: number): number {
  const others = ranks.length - count;
  const sum = ranks.slice(count).reduce((total, value) => total + value, 0);
  return (sum - (others * (others + 1)) / 2) / (count * others);
}

function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): number {
  const below = (sample: readonly number[], limit: number) =>
    sample.filter((value) => value <= limit).length / sample.length;
  const distance = Math.max(...[...a, ...b].map((value) => Math.abs(below(a, value) - below(b, value))));
  const size = Math.sqrt((a.length * b.length) / (a.length + b.length));
  const lambda = (size + 0.12 + 0.11 / size) * distance;
  if (lambda < 0.2) return 1;
  const terms = Array.from(
    { length: 100 },
    (_, k) => (k % 2 === 0 ? 1 : -1) * Math.exp(-2 * (k + 1) ** 2 * lambda ** 2),
  );
  return Math.min(1, Math.max(0, 2 * terms.reduce((sum, term) => sum + term, 0)));
}

function permutation(ranks: readonly number[], count: number, random: () => number, rounds = 5_000): number {
  const seen = Math.abs(aucOf(ranks, count) - 0.5);
  const shuffled = [...ranks];
  let asFar = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (let place = shuffled.length - 1; place > 0; place -= 1) {
      const other = Math.floor(random() * (place + 1));
      const value = shuffled[place] ?? 0;
      shuffled[place] = shuffled[other] ?? 0;
      shuffled[other] = value;
    }
    if (Math.abs(aucOf(shuffled, count) - 0.5) >= seen) asFar += 1;
  }
  return (asFar + 1) / (rounds + 1);
}
