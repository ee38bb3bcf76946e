import 'server-only';
import { type GivenOpinion, takesOpinions } from '#domain/opinion';
import { DraftFields } from '#domain/submission-fields';
import { hashToken } from '#server/accounts/token';
import { queueMail } from '#server/mail/commands';
import { mailLocale } from '#server/mail/mail-locale';
import { type Database, database, type Transaction } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import { lockSubmission, type StoredSubmission } from '#server/practices/select/submission';

type Give = { token: string; given: GivenOpinion; now: Date };

/** `closed`: the link is of no request, used, ended or over; which of these, nobody is told. */
export type Given = { ok: true } | { ok: false; reason: 'closed' };

/** Keeps what somebody asked from outside says, once, and tells the editor. The same said twice at once is once. */
export function giveOpinion(give: Give, db: Database = database()): Promise<Given> {
  return db.$transaction((tx) => giveIn(tx, give), turns);
}

async function giveIn(tx: Transaction, { token, given, now }: Give): Promise<Given> {
  const opinion = await tx.opinion.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { sent: { select: { fields: true } } },
  });
  const submission = opinion && (await lockSubmission(tx, opinion.submissionId));
  if (!submission || !takesOpinions(submission.state)) return { ok: false, reason: 'closed' };
  const { id, askedBy, sent } = opinion;
  const { verdict, words, name: signedName } = given;
  const { count } = await tx.opinion.updateMany({
    where: { id, signedAt: null, endedAt: null, expiresAt: { gt: now } },
    data: { verdict, words, signedName, signedAt: now },
  });
  if (count === 0) return settle(tx, id, given);
  await appendSubmissionEvent(tx, {
    ...{ submissionId: submission.id, actor: 'outside', kind: 'opinion-given', at: now },
    data: { opinion: id, verdict },
  });
  const { title } = DraftFields.parse(sent.fields);
  await tellEditors(tx, { submission, title, askedBy, name: signedName, now });
  return { ok: true };
}

/** Who presses the button a second time meant what the first press did. */
async function settle(tx: Transaction, id: string, { verdict, words, name }: GivenOpinion): Promise<Given> {
  const stored = await tx.opinion.findUniqueOrThrow({ where: { id } });
  const isSame = stored.verdict === verdict && stored.words === words && stored.signedName === name;
  return isSame ? { ok: true } : { ok: false, reason: 'closed' };
}

type Told = { submission: StoredSubmission; title: string; askedBy: string; name: string; now: Date };

/** A mail to the editor who asked, and to the one who has the example now. */
async function tellEditors(tx: Transaction, { submission, title, askedBy, name, now }: Told): Promise<void> {
  const { id, reference, claimedBy } = submission;
  const editors = await tx.account.findMany({
    where: {
      id: { in: claimedBy ? [askedBy, claimedBy] : [askedBy], notIn: [...submission.members] },
      ...{ suspendedAt: null, roles: { has: 'editor' } },
    },
    select: { id: true, email: true, locale: true },
  });
  const data = { id, reference: reference ?? '', title, name };
  for (const { id: accountId, email: to, locale } of editors)
    await queueMail(tx, { to, accountId, locale: mailLocale(locale), kind: 'opinion-given', data, now });
}
