import 'server-only';
import { noText, type TextFields } from '#domain/translation';
import { drawId } from '#lib/draw-id';
import { type Database, database, type Transaction } from '#server/platform/db';
import { appendSave } from '#server/practices/commands/saves/append-save';
import { translationSaves } from '#server/practices/select/saves/log';
import { announceDraft } from '#server/translations/commands/announce-draft';
import { noteEvent } from '#server/translations/commands/note-event';
import { type Asked, type Refused, withStanding } from '#server/translations/commands/with-standing';

/**
 * Takes a translation up: a new one, empty; a machine's draft, or what readers see, with the words that stand there. What
 * readers see stays until this is approved.
 */
export function beginTranslation(asked: Asked, db: Database = database()): Promise<{ ok: true } | Refused> {
  return withStanding(db, 'begin', asked, async (tx, standing) => {
    const { practiceId, language, actor, now } = asked;
    const { translation, published, newest, facts } = standing;
    const state = { state: 'draft', translatorId: actor.id, updatedAt: now } as const;
    const id = translation?.id ?? drawId();
    const fields = translation?.fields ?? published?.fields ?? noText;
    if (translation) await tx.translation.update({ where: { id }, data: { ...state, returnedFor: '' } });
    else
      await tx.translation.create({
        data: {
          ...{ id, practiceId, language, fields, createdAt: now, ...state },
          // Nobody knows any more what a text that is not new was made from; then what changed since is not marked.
          madeFrom: published?.madeFrom ?? newest,
        },
      });
    if (facts.state === 'machine' || !translation) await keepFirstWords(tx, id, fields, asked);
    await noteEvent(tx, asked, { verb: 'begin', before: facts.state, after: 'draft' });
    if (facts.state === 'machine') await announceDraft(tx, practiceId);
    return { ok: true };
  });
}

/**
 * Saves are merged against what a form showed, so the words that stood there before anybody typed are a save as well. It is
 * of version 0, which is never later than an approval: nobody becomes a writer by taking up what a machine or others wrote,
 * and may still approve it once somebody else has taken it over.
 */
async function keepFirstWords(
  tx: Transaction,
  id: string,
  fields: TextFields,
  { actor, now }: Asked,
): Promise<void> {
  const words = Object.entries(fields).filter(([, text]) => text !== '');
  if (words.length === 0) return;
  const save = { actor, base: 0, page: '', now, version: 0, changed: Object.fromEntries(words) };
  await appendSave(tx, translationSaves(id), save);
}

/** Takes over what another translator has begun. */
export function takeOverTranslation(
  asked: Asked,
  db: Database = database(),
): Promise<{ ok: true } | Refused> {
  return withStanding(db, 'takeOver', asked, async (tx, { facts }) => {
    const { practiceId, language, actor, now } = asked;
    await tx.translation.update({
      where: { practiceId_language: { practiceId, language } },
      data: { translatorId: actor.id, updatedAt: now },
    });
    await noteEvent(
      tx,
      asked,
      { verb: 'takeOver', before: 'draft', after: 'draft' },
      { from: facts.translator },
    );
    return { ok: true };
  });
}
