import 'server-only';
import { checkReason, type ReasonFault } from '#domain/translation-check';
import { type Database, database } from '#server/platform/db';
import { announceChange } from '#server/practices/commands/announce-change';
import { mailDecided } from '#server/translations/commands/mail-about';
import { noteEvent } from '#server/translations/commands/note-event';
import { touchPractice } from '#server/translations/commands/touch-practice';
import { type Asked, type Refused, withStanding } from '#server/translations/commands/with-standing';

/** Takes from readers what they see in this language; its translator may mend it. */
export function withdrawTranslation(
  decision: Asked & { because: string },
  db: Database = database(),
): Promise<{ ok: true } | Refused | { ok: false; reason: ReasonFault }> {
  const because = decision.because.trim();
  return withStanding(db, 'withdraw', decision, async (tx, standing) => {
    const reason = checkReason(because);
    if (reason) return { ok: false, reason };
    const { practiceId, language, now } = decision;
    const where = { practiceId_language: { practiceId, language } };
    await tx.practiceText.delete({ where });
    if (standing.translation)
      await tx.translation.update({
        where,
        data: { state: 'draft', returnedFor: because, updatedAt: now },
      });
    await touchPractice(tx, decision);
    const after = standing.translation ? 'draft' : null;
    await noteEvent(tx, decision, { verb: 'withdraw', before: standing.facts.state, after }, { because });
    if (standing.translation) await mailDecided(tx, decision, standing, { verb: 'withdraw', because });
    await announceChange(tx, practiceId);
    return { ok: true };
  });
}
