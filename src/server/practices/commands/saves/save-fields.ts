import 'server-only';
import { mergeFields, type SavedValue, type SavedValues } from '#domain/merge-fields';
import type { Transaction } from '#server/platform/db';
import { appendSave, type SaveMark } from '#server/practices/commands/saves/append-save';
import { keepConflicts } from '#server/practices/commands/saves/keep-conflicts';
import { readFieldHistory } from '#server/practices/select/saves/field-history';
import type { SaveLog } from '#server/practices/select/saves/log';

/** Something whose saves are kept, as it stands now; its row is held. */
export type SavedFields<Name extends string> = {
  log: SaveLog;
  version: number;
  fields: Readonly<Record<Name, SavedValue>>;
  /** Each field as it is while nobody has written in it. */
  empty: Readonly<Record<Name, SavedValue>>;
  /** Writes the fields that change, and the version that they make. */
  write: (changed: SavedValues<Name>, version: number) => Promise<unknown>;
};

/** What became of a save; it may have changed nothing. */
export type SaveOutcome<Name extends string> = {
  version: number;
  changed: readonly Name[];
  /** Fields whose text stands against a newer one; both are kept. */
  conflicts: readonly Name[];
};

type Save<Name extends string> = SaveMark & {
  /** What the form holds, changed or not. */
  posted: SavedValues<Name>;
  /** A value as it would be today, where what it names has another name now. */
  present?: (name: Name, value: SavedValue) => SavedValue;
};

/** Merges what a form holds into what stands there, and keeps what was typed. The same twice is one save. */
export async function saveFields<Name extends string>(
  tx: Transaction,
  saved: SavedFields<Name>,
  { posted, present = (_, value) => value, ...mark }: Save<Name>,
): Promise<SaveOutcome<Name>> {
  const base = Math.min(mark.base, saved.version);
  const history = await readFieldHistory(tx, saved.log, {
    ...{ base, page: mark.page, turn: mark.turn ?? 0 },
    ...{ names: [...posted.keys()], empty: saved.empty },
  });
  const merge = mergeFields(
    new Map([...posted].map(([name, value]) => [name, present(name, value)])),
    saved.fields,
    (name) => ({ ...history(name), atBase: present(name, history(name).atBase) }),
  );
  const version = await writeChanges(tx, saved, { ...mark, base }, merge.changed);
  const conflicts = await keepConflicts(tx, saved.log, { ...mark, base, version, posted }, merge);
  return { version, changed: [...merge.changed.keys()], conflicts };
}

/** Writes changes as a save of their own; returns the version after it: the one before where nothing is changed. */
export async function writeChanges<Name extends string>(
  tx: Transaction,
  saved: SavedFields<Name>,
  mark: SaveMark,
  changed: SavedValues<Name>,
): Promise<number> {
  if (changed.size === 0) return saved.version;
  const version = saved.version + 1;
  await saved.write(changed, version);
  await appendSave(tx, saved.log, { ...mark, version, changed: Object.fromEntries(changed) });
  return version;
}
