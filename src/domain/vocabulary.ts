/** The lists that practices choose from, by the name of their facet. */
export const vocabularyKinds = ['topic', 'city', 'group'] as const;
export type VocabularyKind = (typeof vocabularyKinds)[number];

/** Ids that are no entry's, since they are pages of the list. */
const reservedIds = new Set(['new', 'add']);

/** Language of words that belong to none in particular: what people also search a city by. */
export const anyLanguage = 'und';

/** Whether a value may be the id of an entry. */
export function isEntryId(value: string): boolean {
  return value.length <= 120 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}

/** The first free id for a name without accents ("Housing & care" is `housing-care`): the name's own, or with a number. */
export function drawEntryId(foldedName: string, isTaken: (id: string) => boolean): string {
  const own = foldedName
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)
    .replace(/-+$/, '');
  const base = own || 'entry';
  let id = base;
  for (let number = 2; reservedIds.has(id) || isTaken(id); number += 1) id = `${base}-${number}`;
  return id;
}

/** A list of ids in which one became another: in its place, once. */
export function replaceId(ids: readonly string[], from: string, to: string): string[] {
  return [...new Set(ids.map((id) => (id === from ? to : id)))];
}

/** Positions for entries in a new order: those there were, each used once and rising. */
export function spreadPositions(positions: readonly number[]): number[] {
  const rising: number[] = [];
  for (const position of [...positions].sort((a, b) => a - b))
    rising.push(Math.max(position, (rising.at(-1) ?? -1) + 1));
  return rising;
}
