import 'server-only';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import { draftLimits, emptyDraft, type FieldName } from '#domain/submission-fields';
import { type FieldValue, type FieldValues, withValues } from '#domain/submission-values';
import { type Database, database, type Transaction } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import type { SaveMark } from '#server/practices/commands/saves/append-save';
import { type SavedFields, type SaveOutcome, saveFields } from '#server/practices/commands/saves/save-fields';
import { submissionSaves } from '#server/practices/select/saves/log';
import { lockSubmission, type StoredSubmission } from '#server/practices/select/submission';
import { readMerged } from '#server/submissions/commands/follow-merged';

type Save = SaveMark & {
  actor: Actor;
  id: string;
  /** What the form holds, changed or not. */
  posted: FieldValues;
};

export type SaveResult =
  | ({ ok: true } & SaveOutcome<FieldName>)
  /** Nothing was changed: there is no such submission for this person; it is sent; it would be longer than a draft can be. */
  | { ok: false; reason: 'not-found' | 'not-writable' | 'too-long' };

/** Saves what was typed, valid or not. The same twice is one save. */
export function saveDraft(save: Save, db: Database = database()): Promise<SaveResult> {
  return db.$transaction((tx) => saveIn(tx, save), turns);
}

/** The same, as part of something else. */
export async function saveIn(tx: Transaction, { id, ...save }: Save): Promise<SaveResult> {
  const { actor, posted, now } = save;
  const stored = await lockSubmission(tx, id);
  if (!stored || !may(actor, 'read', stored)) return { ok: false, reason: 'not-found' };
  if (!may(actor, 'write', stored)) return { ok: false, reason: 'not-writable' };
  if (![...posted.values()].every(fits)) return { ok: false, reason: 'too-long' };
  const present = await readMerged(tx, posted);
  return { ok: true, ...(await saveFields(tx, savedDraft(tx, stored, now), { ...save, present })) };
}

/** A submission whose row is held, as its saves are merged into it. */
export function savedDraft(tx: Transaction, stored: StoredSubmission, now: Date): SavedFields<FieldName> {
  const { id, version, fields } = stored;
  return {
    ...{ log: submissionSaves(id), version, fields, empty: emptyDraft },
    write: (changed, next) =>
      tx.submission.update({
        where: { id },
        data: { fields: withValues(fields, changed), version: next, updatedAt: now },
      }),
  };
}

function fits(value: FieldValue): boolean {
  if (typeof value === 'string') return value.length <= draftLimits.characters;
  return (
    value.length <= draftLimits.values && value.every((one) => one.length <= draftLimits.valueCharacters)
  );
}
