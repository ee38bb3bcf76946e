import 'server-only';
import type { Actor } from '#domain/actor';
import { draftLimits } from '#domain/submission-fields';
import { mayDo, mayTranslate, noText, TextFields, type TextName } from '#domain/translation';
import { type Database, database, type Transaction } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import type { SaveMark } from '#server/practices/commands/saves/append-save';
import { type SavedFields, type SaveOutcome, saveFields } from '#server/practices/commands/saves/save-fields';
import { translationSaves } from '#server/practices/select/saves/log';
import { lockForSaving, type StoredTranslation } from '#server/translations/select/translation';

type Save = SaveMark & {
  actor: Actor;
  practiceId: string;
  language: string;
  /** What the form holds, changed or not. */
  posted: ReadonlyMap<TextName, string>;
};

export type SaveTranslationResult =
  | ({ ok: true } & SaveOutcome<TextName>)
  /** Nothing was changed: there is none for this person; it is not theirs to write in now; it would be far too long. */
  | { ok: false; reason: 'not-found' | 'not-writable' | 'too-long' };

/** Saves what was typed of a translation, complete or not. The same twice is one save. */
export function saveTranslation(save: Save, db: Database = database()): Promise<SaveTranslationResult> {
  return db.$transaction((tx) => saveIn(tx, save), turns);
}

async function saveIn(
  tx: Transaction,
  { practiceId, language, ...save }: Save,
): Promise<SaveTranslationResult> {
  const { actor, posted, now } = save;
  const standing = await lockForSaving(tx, { practiceId, language });
  if (!standing || !mayTranslate(actor, standing.practice)) return { ok: false, reason: 'not-found' };
  const { translation, facts } = standing;
  if (!translation) return { ok: false, reason: 'not-writable' };
  if (!mayDo(actor, 'write', facts)) return answerLate(translation, save);
  if ([...posted.values()].some((text) => text.length > draftLimits.characters))
    return { ok: false, reason: 'too-long' };
  return { ok: true, ...(await saveFields(tx, savedText(tx, translation, now), save)) };
}

/** A form that was handed in with a double click comes again when it stands there already, every word of it. */
function answerLate(
  { translatorId, version, fields }: StoredTranslation,
  { actor, posted }: Pick<Save, 'actor' | 'posted'>,
): SaveTranslationResult {
  const stands = translatorId === actor.id && [...posted].every(([name, text]) => fields[name] === text);
  return stands ? { ok: true, version, changed: [], conflicts: [] } : { ok: false, reason: 'not-writable' };
}

/** A translation whose row is held, as its saves are merged into it. */
export function savedText(tx: Transaction, stored: StoredTranslation, now: Date): SavedFields<TextName> {
  const { id, version, fields } = stored;
  return {
    ...{ log: translationSaves(id), version, fields, empty: noText },
    write: (changed, next) =>
      tx.translation.update({
        where: { id },
        data: {
          fields: TextFields.parse({ ...fields, ...Object.fromEntries(changed) }),
          version: next,
          updatedAt: now,
        },
      }),
  };
}
