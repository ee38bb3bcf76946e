import 'server-only';
import { type Actor, actsAs } from '#domain/actor';
import { addDays } from '#domain/confirmation';
import type { OpinionRequest } from '#domain/opinion';
import { may } from '#domain/permissions';
import type { Locale } from '#i18n/locales';
import { drawId } from '#lib/draw-id';
import { countAttempt } from '#server/accounts/commands/count-attempt';
import { drawToken } from '#server/accounts/token';
import { queueMail } from '#server/mail/commands';
import { type Database, database, type Transaction } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import { lockSubmission } from '#server/practices/select/submission';

type Ask = OpinionRequest & {
  actor: Actor;
  id: string;
  /** The name by which the mail calls the one who asks. */
  by: string;
  /** The language of the mail. */
  locale: Locale;
  now: Date;
};

export type Asked =
  | { ok: true }
  /** `asked-already`: this person has a link to it that still works. */
  | { ok: false; reason: 'not-found' | 'not-possible' | 'asked-already' | 'too-many' };

/** Asks someone without an account for their opinion, by a link in a mail. The same request twice is one. */
export async function askOpinion(ask: Ask, db: Database = database()): Promise<Asked> {
  const { actor, now } = ask;
  if (!actsAs(actor, 'editor')) return { ok: false, reason: 'not-found' };
  if (!(await countAttempt('askOpinion', actor.id, now))) return { ok: false, reason: 'too-many' };
  return db.$transaction((tx) => askIn(tx, ask), turns);
}

async function askIn(tx: Transaction, ask: Ask): Promise<Asked> {
  const { actor, id, email, question, now } = ask;
  const submission = await lockSubmission(tx, id);
  if (!submission || !may(actor, 'readReview', submission)) return { ok: false, reason: 'not-found' };
  if (!may(actor, 'review', submission)) return { ok: false, reason: 'not-possible' };
  const open = await tx.opinion.findFirst({
    where: { submissionId: id, email, signedAt: null, endedAt: null, expiresAt: { gt: now } },
  });
  if (open) return open.question === question ? { ok: true } : { ok: false, reason: 'asked-already' };
  const { number } = await tx.submissionSent.findFirstOrThrow({
    where: { submissionId: id },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  await keep(tx, ask, { number, title: submission.fields.title });
  return { ok: true };
}

/** The row, the line in the history, and the mail with the only copy of the token. */
async function keep(
  tx: Transaction,
  { actor, id, by, name, email, locale, question, days, now }: Ask,
  { number, title }: { number: number; title: string },
): Promise<void> {
  const { token, hash } = drawToken();
  const opinion = drawId();
  const expiresAt = addDays(now, days);
  await tx.opinion.create({
    data: {
      ...{ id: opinion, submissionId: id, sentNumber: number, tokenHash: hash },
      ...{ name, email, locale, question, askedBy: actor.id, askedAt: now, expiresAt },
    },
  });
  await appendSubmissionEvent(tx, {
    ...{ submissionId: id, actor: actor.id, kind: 'opinion-asked', at: now },
    data: { opinion, number },
  });
  const data = { token, title, by, question, until: expiresAt };
  await queueMail(tx, { to: email, locale, kind: 'opinion-asked', data, now });
}
