import 'server-only';
import { checkReason, type ReasonFault } from '#domain/translation-check';
import { type Database, database } from '#server/platform/db';
import { mailDecided } from '#server/translations/commands/mail-about';
import { noteEvent } from '#server/translations/commands/note-event';
import { type Asked, type Refused, withStanding } from '#server/translations/commands/with-standing';

/** Gives a translation back to be changed, and says what. */
export function returnTranslation(
  decision: Asked & { because: string },
  db: Database = database(),
): Promise<{ ok: true } | Refused | { ok: false; reason: ReasonFault }> {
  const because = decision.because.trim();
  return withStanding(db, 'return', decision, async (tx, standing) => {
    const reason = checkReason(because);
    if (reason) return { ok: false, reason };
    const { practiceId, language, now } = decision;
    await tx.translation.update({
      where: { practiceId_language: { practiceId, language } },
      data: { state: 'draft', returnedFor: because, updatedAt: now },
    });
    await noteEvent(tx, decision, { verb: 'return', before: 'ready', after: 'draft' }, { because });
    await mailDecided(tx, decision, standing, { verb: 'return', because });
    return { ok: true };
  });
}
