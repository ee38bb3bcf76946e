import 'server-only';
import type { Actor } from '#domain/actor';
import { answerBy } from '#domain/decision';
import type { KnownChoices } from '#domain/submission-check';
import { DraftFields } from '#domain/submission-fields';
import { findGaps } from '#domain/submission-gaps';
import { withValues } from '#domain/submission-values';
import { type Database, database, type Transaction } from '#server/platform/db';
import { lockFor, turns } from '#server/practices/commands/lock-for';
import { moveSubmission } from '#server/practices/commands/move-submission';
import { writeChanges } from '#server/practices/commands/saves/save-fields';
import { readOpenConflicts } from '#server/practices/select/saves/conflicts';
import { submissionSaves } from '#server/practices/select/saves/log';
import type { StoredSubmission } from '#server/practices/select/submission';
import { mailSent } from '#server/submissions/commands/mail-sent';
import { savedDraft } from '#server/submissions/commands/save-draft';
import { readFiles } from '#server/submissions/queries/files';

type Send = {
  actor: Actor;
  id: string;
  /** Whether the box beside the agreement was ticked. */
  agreed: boolean;
  known: KnownChoices;
  now: Date;
};

export type SendResult =
  | { ok: true; reference: string }
  /** Not sent. `incomplete`: what was ticked is saved; the page says what is missing. */
  | { ok: false; reason: 'not-found' | 'not-possible' | 'incomplete' };

/**
 * Sends a submission. Twice, from two windows or with a double click, is once: one reference, one event, one mail to
 * each.
 */
export function sendSubmission(send: Send, db: Database = database()): Promise<SendResult> {
  return db.$transaction((tx) => sendIn(tx, send), turns);
}

async function sendIn(tx: Transaction, send: Send): Promise<SendResult> {
  const { actor, id, agreed, known, now } = send;
  const locked = await lockFor(tx, { actor, id }, 'send');
  if (!locked.ok) return locked.reason === 'not-found' ? locked : settleSecond(locked.submission, actor);
  const { submission } = locked;
  const agreement = new Map([['agreed', agreed ? 'yes' : ''] as const]);
  const isNew = submission.fields.agreed !== agreement.get('agreed');
  if (isNew) {
    const mark = { actor, page: '', base: submission.version, now };
    await writeChanges(tx, savedDraft(tx, submission, now), mark, agreement);
  }
  const fields = withValues(submission.fields, agreement);
  const files = await readFiles(tx, id);
  const conflicts = await readOpenConflicts(tx, submissionSaves(id), DraftFields.keyof());
  if (findGaps({ fields, files, conflicts, known }).length > 0) return { ok: false, reason: 'incomplete' };
  const reference = submission.reference ?? (await drawReference(tx, now));
  const number = await keepAsSent(tx, { id, actor, fields, files, now });
  await moveSubmission(tx, submission, {
    ...{ actor, verb: 'send', now },
    set: { reference, submittedAt: now, dueOn: answerBy(now) },
    data: { number, reference },
  });
  await mailSent(tx, { id, reference, title: fields.title, isAgain: number > 1, now });
  return { ok: true, reference };
}

/** Who presses the button a second time meant what the first press did. */
function settleSecond({ state, reference, members }: StoredSubmission, actor: Actor): SendResult {
  const isThere = (state === 'submitted' || state === 'resubmitted') && members.includes(actor.id);
  return isThere && reference ? { ok: true, reference } : { ok: false, reason: 'not-possible' };
}

/** "IC-2026-0042": the year in which it was sent first, and a number that no other has. */
async function drawReference(tx: Transaction, now: Date): Promise<string> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`select nextval('submission_reference') as number`;
  return `IC-${now.getUTCFullYear()}-${String(row?.number).padStart(4, '0')}`;
}

type Sent = {
  id: string;
  actor: Actor;
  fields: StoredSubmission['fields'];
  files: Awaited<ReturnType<typeof readFiles>>;
  now: Date;
};

/** Keeps what was sent, as it was then; returns for which time it was sent. */
async function keepAsSent(tx: Transaction, { id, actor, fields, files, now }: Sent): Promise<number> {
  const number = (await tx.submissionSent.count({ where: { submissionId: id } })) + 1;
  await tx.submissionSent.create({
    data: {
      submissionId: id,
      number,
      at: now,
      sentBy: actor.id,
      fields,
      files: files.map((file) => ({ ...file })),
    },
  });
  return number;
}
