import 'server-only';
import type { TextFields } from '#domain/translation';
import { drawId } from '#lib/draw-id';
import { type Database, database } from '#server/platform/db';
import { announceDraft } from '#server/translations/commands/announce-draft';
import { noteEvent } from '#server/translations/commands/note-event';
import { type Asked, type Refused, withStanding } from '#server/translations/commands/with-standing';

type MachineDraft = Asked & {
  fields: TextFields;
  /** Which provider wrote it. */
  machine: string;
  /** Number of the version whose original it was given. */
  madeFrom: number;
};

/** Keeps what a machine made of the original, in the place of what it made before. */
export function keepMachineDraft(
  draft: MachineDraft,
  db: Database = database(),
): Promise<{ ok: true } | Refused> {
  return withStanding(db, 'draftByMachine', draft, async (tx, { translation, facts }) => {
    const { practiceId, language, fields, machine, madeFrom, now } = draft;
    const written = { state: 'machine', fields, machine, madeFrom, updatedAt: now } as const;
    if (translation)
      await tx.translation.update({
        where: { id: translation.id },
        data: { ...written, version: { increment: 1 } },
      });
    else
      await tx.translation.create({
        data: { id: drawId(), practiceId, language, ...written, createdAt: now },
      });
    await noteEvent(
      tx,
      draft,
      { verb: 'draftByMachine', before: facts.state, after: 'machine' },
      { machine },
    );
    await announceDraft(tx, practiceId);
    return { ok: true };
  });
}

/** Throws a machine's draft away, on which nobody has worked. */
export function discardMachineDraft(
  asked: Asked,
  db: Database = database(),
): Promise<{ ok: true } | Refused> {
  return withStanding(db, 'discard', asked, async (tx) => {
    const { practiceId, language } = asked;
    await tx.translation.delete({ where: { practiceId_language: { practiceId, language } } });
    await noteEvent(tx, asked, { verb: 'discard', before: 'machine', after: null });
    await announceDraft(tx, practiceId);
    return { ok: true };
  });
}
