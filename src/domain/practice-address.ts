/** What a path below /practices names: a practice, its text in a language, its versions, one of them, or two to compare. */
export type PracticePath = {
  slug: string;
  language: string | null;
  /** Versions that must exist for there to be a page. */
  versions: readonly number[];
  /** What follows the slug. */
  rest: readonly string[];
};

/** Reads what follows the language in an address; null where no page of a practice can be. */
export function parsePracticePath([first, slug, ...rest]: readonly string[]): PracticePath | null {
  if (first !== 'practices' || !slug) return null;
  const [second, ...numbers] = rest;
  if (second !== 'history')
    return numbers.length === 0 ? { slug, language: second ?? null, versions: [], rest } : null;
  const versions = numbers.map(parseVersionNumber);
  if (versions.length > 2 || versions.includes(null)) return null;
  const known = versions.filter((number) => number !== null);
  const [from, to] = known;
  // The earlier one first: one address for what changed between two versions.
  return from !== undefined && to !== undefined && from >= to
    ? null
    : { slug, language: null, versions: known, rest };
}

/** "3" as 3; null for anything that is not written as the number of a version is. */
export function parseVersionNumber(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
