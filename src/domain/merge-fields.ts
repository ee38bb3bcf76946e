/** What a field holds: a text, or several choices. */
export type SavedValue = string | readonly string[];

/** Values by field: those that a form held, or those that a save changed. */
export type SavedValues<Name extends string> = ReadonlyMap<Name, SavedValue>;

/** What is known of a field before a save is merged into it. */
export type FieldHistory = {
  /** What stood there in the version that the form showed. */
  atBase: SavedValue;
  /** Whether someone else, or another window, has changed it since. */
  changedSince: boolean;
  /** Whether the same window has sent a later text already, which overtook this one on its way. */
  overtaken?: boolean;
};

export type Merge<Name extends string> = {
  /** What the save changes. */
  changed: SavedValues<Name>;
  /** Texts that stand against a newer one. They are kept, and the newer one stays until a person chooses. */
  conflicts: ReadonlyMap<Name, string>;
};

/**
 * Merges what a form holds into what stands there, field by field. What the form shows as it was, its author did not write: it
 * changes nothing, and nothing is set back. What nobody else changed since is applied. Of lists, what was added and taken
 * away is done to the list as it is now. Two texts are never made one by a machine.
 */
export function mergeFields<Name extends string>(
  posted: SavedValues<Name>,
  current: Readonly<Record<Name, SavedValue>>,
  historyOf: (name: Name) => FieldHistory,
): Merge<Name> {
  const changed = new Map<Name, SavedValue>();
  const conflicts = new Map<Name, string>();
  for (const [name, value] of posted) {
    const { atBase, changedSince, overtaken } = historyOf(name);
    if (overtaken || sameValue(value, current[name])) continue;
    if (!changedSince) changed.set(name, value);
    else if (sameValue(value, atBase)) continue;
    else if (typeof value !== 'string') changed.set(name, mergeList(value, current[name], atBase));
    else conflicts.set(name, value);
  }
  return { changed, conflicts };
}

function mergeList(posted: readonly string[], current: SavedValue, atBase: SavedValue): string[] {
  const before = asList(atBase);
  const removed = new Set(before.filter((id) => !posted.includes(id)));
  const added = posted.filter((id) => !before.includes(id));
  return [...new Set([...asList(current).filter((id) => !removed.has(id)), ...added])];
}

function asList(value: SavedValue): readonly string[] {
  return typeof value === 'string' ? [] : value;
}

/** Whether two values say the same; the order of choices says nothing. */
export function sameValue(one: SavedValue, other: SavedValue): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return one.length === other.length && one.every((id) => other.includes(id));
}

export type ConflictChoice = 'mine' | 'theirs' | 'both';

/** The text after a person chose: `theirs` is the newer one that stands, `mine` the one that came later. */
export function settledText(
  choice: ConflictChoice,
  theirs: string,
  mine: string,
  multiline: boolean,
): string {
  if (choice === 'mine') return mine;
  if (choice === 'theirs') return theirs;
  return [theirs.trimEnd(), mine.trim()].filter(Boolean).join(multiline ? '\n\n' : ' / ');
}
