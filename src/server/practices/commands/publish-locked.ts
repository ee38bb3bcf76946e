import 'server-only';
import { type Actor, site } from '#domain/actor';
import type { DecisionLetter } from '#domain/decision';
import { checkFields, type FieldProblem } from '#domain/submission-check';
import { drawId } from '#lib/draw-id';
import type { Transaction } from '#server/platform/db';
import { announceChange } from '#server/practices/commands/announce-change';
import { giveAddress } from '#server/practices/commands/give-address';
import { lockChoices } from '#server/practices/commands/lock-choices';
import { type LockedPractice, lockPractice } from '#server/practices/commands/lock-practice';
import { mailDecision, mailRevised } from '#server/practices/commands/mail-decision';
import { moveSubmission } from '#server/practices/commands/move-submission';
import { outdateTranslations } from '#server/practices/commands/outdate-translations';
import { writePractice, yearsOf } from '#server/practices/commands/write-practice';
import { appendPracticeEvent } from '#server/practices/events/practice';
import { lockShown, type StoredSubmission } from '#server/practices/select/submission';

type Publication = {
  /** Who publishes: an editor, or the site itself. */
  actor: Pick<Actor, 'id'>;
  /** Held by the transaction; that it may be published is for the caller to have asked. */
  submission: StoredSubmission;
  /** What changed, in a sentence for readers. */
  note: string;
  /** Null where nobody has looked at it: then each writer gets the usual one, in their language. */
  letter: DecisionLetter | null;
  /** The number of a newer version that the editor knows of, and publishes over. */
  despite?: number | undefined;
  now: Date;
};

export type PublishResult =
  | { ok: true }
  /** Somebody published another version after this revision was begun. */
  | { ok: false; reason: 'overtaken'; version: number }
  | { ok: false; reason: 'incomplete'; problems: readonly FieldProblem[] };

/**
 * Makes a submission what readers see: writes the practice, keeps it as a version, puts it in the place of what was
 * published before. Nothing is written where it is not `ok`.
 */
export async function publishLocked(tx: Transaction, publication: Publication): Promise<PublishResult> {
  const { submission, despite } = publication;
  const { practiceId, basedOn, fields } = submission;
  const shown = practiceId ? await lockShown(tx, practiceId) : null;
  const before = practiceId ? await lockPractice(tx, practiceId) : null;
  if (before && basedOn !== null && before.newest > basedOn && before.newest !== despite)
    return { ok: false, reason: 'overtaken', version: before.newest };
  const problems = checkFields(fields, { forSending: true, known: await lockChoices(tx, fields) });
  if (problems.length > 0) return { ok: false, reason: 'incomplete', problems };
  await write(tx, { ...publication, shown, before });
  return { ok: true };
}

type Writing = Publication & { shown: StoredSubmission | null; before: LockedPractice | null };

async function write(tx: Transaction, { actor, submission, note, letter, now, shown, before }: Writing) {
  const { fields } = submission;
  const id = before?.id ?? drawId();
  const version = (before?.newest ?? 0) + 1;
  const saysOther = await writePractice(tx, { id, before, fields, now });
  const slug = await giveAddress(tx, { practiceId: id, fields, year: yearsOf(fields).start, now });
  if (shown)
    await moveSubmission(tx, shown, {
      ...{ actor: site, verb: 'replace', now },
      data: { by: submission.id },
    });
  await moveSubmission(tx, submission, {
    ...{ actor, verb: 'publish', now },
    set: { practiceId: id, publishAt: null, dueOn: null, declinedBy: null },
    data: { practice: id, version, slug, note, ...(letter && { letter }) },
  });
  await appendPracticeEvent(tx, {
    ...{ practiceId: id, actor: actor.id, kind: before ? 'revised' : 'published', at: now },
    ...(before && { before: { status: before.status, version: before.newest } }),
    after: { status: 'published', version },
    data: { submission: submission.id, slug },
  });
  if (before && saysOther) {
    const { language, title } = fields;
    await outdateTranslations(tx, { practiceId: id, slug, title: title.trim(), language, version, now });
  }
  await tx.$executeRaw`select keep_versions(${[id]}, ${actor.id}, ${now}, ${submission.id}, ${note})`;
  await mailDecision(tx, { submission, verb: 'publish', letter, slug, now });
  if (shown) await mailRevised(tx, { former: shown, submission, slug, now });
  await announceChange(tx, id);
}
