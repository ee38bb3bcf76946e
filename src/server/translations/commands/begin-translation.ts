import 'server-only';
import { TextFields } from '#domain/translation';
import { drawId } from '#lib/draw-id';
import { type Database, database } from '#server/platform/db';
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
    if (translation)
      await tx.translation.update({ where: { id: translation.id }, data: { ...state, returnedFor: '' } });
    else
      await tx.translation.create({
        data: {
          ...{ id: drawId(), practiceId, language, createdAt: now, ...state },
          fields: published?.fields ?? TextFields.parse({}),
          // Nobody knows any more what a text that is not new was made from; then what changed since is not marked.
          madeFrom: published?.madeFrom ?? newest,
        },
      });
    await noteEvent(tx, asked, { verb: 'begin', before: facts.state, after: 'draft' });
    return { ok: true };
  });
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
