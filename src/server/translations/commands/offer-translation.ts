import 'server-only';
import { TextName } from '#domain/translation';
import { checkTranslation, type TextProblem } from '#domain/translation-check';
import { type Database, database } from '#server/platform/db';
import { readOpenConflicts } from '#server/practices/select/saves/conflicts';
import { translationSaves } from '#server/practices/select/saves/log';
import { mailOffered } from '#server/translations/commands/mail-about';
import { noteEvent } from '#server/translations/commands/note-event';
import { type Asked, type Refused, withStanding } from '#server/translations/commands/with-standing';

type Offer = Asked & {
  /** Number of the version whose original the page showed beside it. */
  seen: number;
};

export type OfferResult =
  | { ok: true }
  | Refused
  /** The original changed while the page was open; it shows what. */
  | { ok: false; reason: 'original-changed' }
  | { ok: false; reason: 'incomplete'; problems: readonly TextProblem[] }
  /** Another window wrote in the same part: a person has to choose first. */
  | { ok: false; reason: 'conflict' };

/** Says that a translation is done: it says what the original says now, and somebody else may look at it. */
export function offerTranslation(offer: Offer, db: Database = database()): Promise<OfferResult> {
  return withStanding(db, 'offer', offer, async (tx, standing): Promise<OfferResult> => {
    const { original, translation, newest } = standing;
    if (!translation) throw new Error('What is offered has been begun');
    if (offer.seen !== newest) return { ok: false, reason: 'original-changed' };
    const problems = checkTranslation(translation.fields, original.fields);
    if (problems.length > 0) return { ok: false, reason: 'incomplete', problems };
    const conflicts = await readOpenConflicts(tx, translationSaves(translation.id), TextName);
    if (conflicts.length > 0) return { ok: false, reason: 'conflict' };
    await tx.translation.update({
      where: { id: translation.id },
      data: { state: 'ready', madeFrom: newest, returnedFor: '', updatedAt: offer.now },
    });
    await noteEvent(tx, offer, { verb: 'offer', before: 'draft', after: 'ready' }, { version: newest });
    await mailOffered(tx, offer, standing);
    return { ok: true };
  });
}

/** Takes it back, to go on writing. */
export function takeBackTranslation(
  asked: Asked,
  db: Database = database(),
): Promise<{ ok: true } | Refused> {
  return withStanding(db, 'takeBack', asked, async (tx) => {
    const { practiceId, language, now } = asked;
    await tx.translation.update({
      where: { practiceId_language: { practiceId, language } },
      data: { state: 'draft', updatedAt: now },
    });
    await noteEvent(tx, asked, { verb: 'takeBack', before: 'ready', after: 'draft' });
    return { ok: true };
  });
}
