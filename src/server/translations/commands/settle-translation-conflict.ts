import 'server-only';
import type { Actor } from '#domain/actor';
import { mayDo, mayTranslate, type TextName } from '#domain/translation';
import { type Database, database } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { type Settled, type Settlement, settleFields } from '#server/practices/commands/saves/settle-fields';
import { savedText } from '#server/translations/commands/save-translation';
import { lockForSaving } from '#server/translations/select/translation';

type Settle = Settlement<TextName> & { actor: Actor; practiceId: string; language: string };

export type SettleTranslationResult = Settled | { ok: false; reason: 'not-found' | 'not-writable' };

/** The translator chooses between two texts for one part, or takes both. What is settled already stays so. */
export function settleTranslationConflict(
  { practiceId, language, ...choice }: Settle,
  db: Database = database(),
): Promise<SettleTranslationResult> {
  const { actor, name, now } = choice;
  return db.$transaction(async (tx): Promise<SettleTranslationResult> => {
    const standing = await lockForSaving(tx, { practiceId, language });
    if (!standing || !mayTranslate(actor, standing.practice)) return { ok: false, reason: 'not-found' };
    const { translation, facts } = standing;
    if (!translation || !mayDo(actor, 'write', facts)) return { ok: false, reason: 'not-writable' };
    // A title is one line; every other part has several.
    return settleFields(tx, savedText(tx, translation, now), { ...choice, isMultiline: name !== 'title' });
  }, turns);
}
