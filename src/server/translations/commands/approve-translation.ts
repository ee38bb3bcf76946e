import 'server-only';
import { speaksFor } from '#domain/permissions';
import { type TextFields, textNames } from '#domain/translation';
import { changedParts, partsOf } from '#domain/translation-check';
import { type Database, database, type Transaction } from '#server/platform/db';
import { announceChange } from '#server/practices/commands/announce-change';
import { mailDecided } from '#server/translations/commands/mail-about';
import { noteEvent } from '#server/translations/commands/note-event';
import { touchPractice } from '#server/translations/commands/touch-practice';
import { type Asked, type Refused, withStanding } from '#server/translations/commands/with-standing';
import { readOriginalOf } from '#server/translations/select/original';
import type { LanguageStanding, StoredTranslation } from '#server/translations/select/translation';

type Approval = Asked & {
  /** The version of the translation that the page showed. */
  seen: number;
};

/**
 * Makes a translation what readers see. Where the original has changed since it was offered, readers are told so.
 * `changed`: it was taken back and offered anew since the page was opened; nothing is approved that nobody has read.
 */
export function approveTranslation(
  approval: Approval,
  db: Database = database(),
): Promise<{ ok: true } | Refused | { ok: false; reason: 'changed' }> {
  return withStanding(db, 'approve', approval, async (tx, standing) => {
    const { translation } = standing;
    if (!translation?.translatorId) throw new Error('What is approved was translated by somebody');
    if (translation.version !== approval.seen) return { ok: false, reason: 'changed' };
    const state = await publishText(tx, approval, standing, translation);
    const number = await keepTextVersion(tx, approval, translation);
    await tx.translation.update({
      where: { id: translation.id },
      data: { state, approvedAs: translation.version, updatedAt: approval.now },
    });
    await noteEvent(
      tx,
      approval,
      { verb: 'approve', before: 'ready', after: state },
      { number, version: translation.madeFrom },
    );
    await mailDecided(tx, approval, standing, { verb: 'approve', because: '' });
    await announceChange(tx, approval.practiceId);
    return { ok: true };
  });
}

async function publishText(
  tx: Transaction,
  asked: Asked,
  { practice, original: present }: LanguageStanding,
  { fields, madeFrom, translatorId }: StoredTranslation,
): Promise<'approved' | 'outdated'> {
  const { practiceId, language, actor } = asked;
  const then = await readOriginalOf(tx, practiceId, madeFrom);
  const isSame =
    then?.language === present.language && changedParts(then.fields, present.fields).length === 0;
  const state = isSame ? 'approved' : 'outdated';
  const isCity = speaksFor(actor, practice) || practice.members.includes(translatorId ?? '');
  const row = {
    ...textColumns(fields, then?.fields ?? present.fields),
    ...({ state, madeFrom, approvedBy: isCity ? 'city' : 'catalogue' } as const),
  };
  await tx.practiceText.upsert({
    where: { practiceId_language: { practiceId, language } },
    create: { practiceId, language, ...row },
    update: row,
  });
  await touchPractice(tx, asked);
  return state;
}

/** What its original does not say, a translation does not say either. */
function textColumns(fields: TextFields, original: TextFields) {
  const parts = new Set<string>(partsOf(original));
  const { title, ...others } = fields;
  const rest = textNames.filter((name) => name !== 'title');
  return {
    title: title.trim(),
    ...Object.fromEntries(rest.map((name) => [name, parts.has(name) ? others[name].trim() || null : null])),
  };
}

/** Keeps what readers see from now on; returns how manyth of this language it is. */
async function keepTextVersion(
  tx: Transaction,
  { practiceId, language, actor, now }: Asked,
  { translatorId, madeFrom }: StoredTranslation,
): Promise<number> {
  const where = { practiceId, language };
  const number = 1 + (await tx.practiceTextVersion.count({ where }));
  const {
    approvedBy: _,
    state: __,
    ...content
  } = await tx.practiceText.findUniqueOrThrow({
    where: { practiceId_language: where },
  });
  await tx.practiceTextVersion.create({
    data: {
      ...{ ...where, number, at: now, madeFrom, content },
      ...{ translatedBy: translatorId ?? '', approvedBy: actor.id },
    },
  });
  return number;
}
