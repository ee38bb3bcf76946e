import 'server-only';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import { draftLimits, type FieldName } from '#domain/submission-fields';
import { mergeFields } from '#domain/submission-merge';
import { type FieldValue, type FieldValues, withValues } from '#domain/submission-values';
import { drawId } from '#lib/draw-id';
import { type Database, database, type Transaction } from '#server/platform/db';
import { lockSubmission, type StoredSubmission } from '#server/practices/select/submission';
import { readMerged } from '#server/submissions/commands/follow-merged';
import { keepConflicts } from '#server/submissions/commands/keep-conflicts';
import { readFieldHistory } from '#server/submissions/queries/field-history';

type Save = {
  actor: Actor;
  id: string;
  /** The version that the form showed. */
  base: number;
  /** The window that sends it; empty where no page does. */
  page: string;
  /** Counts what that window sends. */
  turn?: number;
  /** What the form holds, changed or not. */
  posted: FieldValues;
  now: Date;
};

export type SaveResult =
  | {
      ok: true;
      version: number;
      changed: readonly FieldName[];
      /** Fields whose text stands against a newer one; both are kept. */
      conflicts: readonly FieldName[];
    }
  /** Nothing was changed: there is no such submission for this person; it is sent; it would be longer than a draft can be. */
  | { ok: false; reason: 'not-found' | 'not-writable' | 'too-long' };

/** Many may save one draft at once: each waits for its turn at the row. */
const patience = { maxWait: 10_000, timeout: 15_000 };

/** Saves what was typed, valid or not. The same twice is one save. */
export function saveDraft(save: Save, db: Database = database()): Promise<SaveResult> {
  return db.$transaction((tx) => saveIn(tx, save), patience);
}

/** The same, as part of something else. */
export async function saveIn(tx: Transaction, save: Save): Promise<SaveResult> {
  const { actor, id, posted } = save;
  const stored = await lockSubmission(tx, id);
  if (!stored || !may(actor, 'read', stored)) return { ok: false, reason: 'not-found' };
  if (!may(actor, 'write', stored)) return { ok: false, reason: 'not-writable' };
  if (![...posted.values()].every(fits)) return { ok: false, reason: 'too-long' };
  const base = Math.min(save.base, stored.version);
  const history = await readFieldHistory(tx, {
    id,
    base,
    page: save.page,
    turn: save.turn ?? 0,
    names: [...posted.keys()],
  });
  const present = await readMerged(tx, posted);
  const merge = mergeFields(
    new Map([...posted].map(([name, value]) => [name, present(name, value)])),
    stored.fields,
    (name) => ({ ...history(name), atBase: present(name, history(name).atBase) }),
  );
  const version = await writeChanges(tx, stored, { ...save, base }, merge.changed);
  const conflicts = await keepConflicts(tx, { ...save, base, version }, merge);
  return { ok: true, version, changed: [...merge.changed.keys()], conflicts };
}

/** The version after it: the one before where nothing is changed. */
export async function writeChanges(
  tx: Transaction,
  stored: StoredSubmission,
  { actor, page, turn = 0, base, now }: Pick<Save, 'actor' | 'page' | 'turn' | 'base' | 'now'>,
  changed: FieldValues,
): Promise<number> {
  if (changed.size === 0) return stored.version;
  const version = stored.version + 1;
  await tx.submission.update({
    where: { id: stored.id },
    data: { fields: withValues(stored.fields, changed), version, updatedAt: now },
  });
  await tx.submissionSave.create({
    data: {
      ...{ submissionId: stored.id, version, id: drawId(), accountId: actor.id, at: now, base, page, turn },
      changed: Object.fromEntries(changed),
    },
  });
  return version;
}

function fits(value: FieldValue): boolean {
  if (typeof value === 'string') return value.length <= draftLimits.characters;
  return (
    value.length <= draftLimits.values && value.every((one) => one.length <= draftLimits.valueCharacters)
  );
}
