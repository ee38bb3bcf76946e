import type { DraftFields, FieldName } from '#domain/submission-fields';
import { type FieldValue, type FieldValues, sameValue } from '#domain/submission-values';

/** What is known of a field before a save is merged into it. */
export type FieldHistory = {
  /** What stood there in the version that the form showed. */
  atBase: FieldValue;
  /** Whether someone else, or another window, has changed it since. */
  changedSince: boolean;
  /** Whether the same window has sent a later text already, which overtook this one on its way. */
  overtaken?: boolean;
};

export type Merge = {
  /** What the save changes. */
  changed: FieldValues;
  /** Texts that stand against a newer one. They are kept, and the newer one stays until a person chooses. */
  conflicts: ReadonlyMap<FieldName, string>;
};

/**
 * Merges what a form holds into a draft, field by field. What the form shows as it was, its author did not write: it
 * changes nothing, and nothing is set back. What nobody else changed since is applied. Of lists, what was added and taken
 * away is done to the list as it is now. Two texts are never made one by a machine.
 */
export function mergeFields(
  posted: FieldValues,
  current: DraftFields,
  historyOf: (name: FieldName) => FieldHistory,
): Merge {
  const changed = new Map<FieldName, FieldValue>();
  const conflicts = new Map<FieldName, string>();
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

function mergeList(posted: readonly string[], current: FieldValue, atBase: FieldValue): string[] {
  const before = asList(atBase);
  const removed = new Set(before.filter((id) => !posted.includes(id)));
  const added = posted.filter((id) => !before.includes(id));
  return [...new Set([...asList(current).filter((id) => !removed.has(id)), ...added])];
}

function asList(value: FieldValue): readonly string[] {
  return typeof value === 'string' ? [] : value;
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
