import 'server-only';
import type { Actor } from '#domain/actor';
import { answerBy } from '#domain/decision';
import { type Database, database, type Transaction } from '#server/platform/db';
import { lockFor, turns } from '#server/practices/commands/lock-for';
import { mailEditors } from '#server/practices/commands/mail-editors';
import { moveSubmission } from '#server/practices/commands/move-submission';
import { unlessOtherRevision } from '#server/practices/commands/unless-other-revision';
import { wasDoneBy } from '#server/practices/commands/was-done-by';

type Appeal = { actor: Actor; id: string; words: string; now: Date };

export type AppealResult = { ok: true } | { ok: false; reason: 'not-found' | 'not-possible' | 'no-words' };

/** Asks for another look at what was declined, with words that the editors read; another than who declined it hears it. */
export function appealDecision(appeal: Appeal, db: Database = database()): Promise<AppealResult> {
  return unlessOtherRevision(
    db.$transaction((tx) => appealIn(tx, appeal), turns),
    'not-possible',
  );
}

async function appealIn(tx: Transaction, { actor, id, words, now }: Appeal): Promise<AppealResult> {
  const locked = await lockFor(tx, { actor, id }, 'appeal');
  if (!locked.ok) {
    const isDone =
      locked.reason === 'not-possible' &&
      locked.submission.members.includes(actor.id) &&
      (await wasDoneBy(tx, { id, actor, verb: 'appeal' }));
    return isDone ? { ok: true } : { ok: false, reason: locked.reason };
  }
  const said = words.trim();
  if (!said) return { ok: false, reason: 'no-words' };
  const { submission } = locked;
  const { reference, fields, members } = submission;
  await moveSubmission(tx, submission, {
    ...{ actor, verb: 'appeal', now },
    set: { dueOn: answerBy(now) },
    data: { words: said },
  });
  const data = { id, reference: reference ?? '', title: fields.title.trim(), words: said };
  await mailEditors(tx, { kind: 'submission-appealed', data, members, now });
  return { ok: true };
}
