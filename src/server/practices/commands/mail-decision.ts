import 'server-only';
import type { DecisionLetter, ToldVerb } from '#domain/decision';
import { decisionLetter } from '#i18n/decision-letter';
import { queueMail } from '#server/mail/commands';
import { mailLocale } from '#server/mail/mail-locale';
import type { Transaction } from '#server/platform/db';
import type { StoredSubmission } from '#server/practices/select/submission';

type Decided = {
  submission: StoredSubmission;
  verb: ToldVerb;
  /** As an editor left it; null for the usual one. */
  letter: DecisionLetter | null;
  /** Told below the letter, word for word. */
  reasons?: string;
  /** How many comments they have to answer. */
  comments?: number;
  /** The address of what is published. */
  slug?: string;
  now: Date;
};

/** Tells everyone who writes in it what was decided; each in their language, but for what the editor wrote. */
export async function mailDecision(
  tx: Transaction,
  { submission, verb, letter, reasons = '', comments = 0, slug, now }: Decided,
): Promise<void> {
  const { id, reference, fields } = submission;
  for (const { email, locale: own } of await findWriters(tx, submission.members)) {
    const locale = mailLocale(own);
    const { subject, text } = letter ?? decisionLetter(verb, { locale, title: fields.title, reference });
    const data = { id, verb, subject, text, reasons, comments, ...(slug && { slug }) };
    await queueMail(tx, { to: email, locale, kind: 'submission-decision', data, now });
  }
}

type Revised = { former: StoredSubmission; submission: StoredSubmission; slug: string; now: Date };

/** Tells those who wrote what was published until now, and not what takes its place. */
export async function mailRevised(
  tx: Transaction,
  { former, submission, slug, now }: Revised,
): Promise<void> {
  const others = former.members.filter((member) => !submission.members.includes(member));
  const data = { title: submission.fields.title.trim(), slug };
  for (const { id: accountId, email: to, locale } of await findWriters(tx, others))
    await queueMail(tx, { to, accountId, locale: mailLocale(locale), kind: 'revision-published', data, now });
}

function findWriters(tx: Transaction, ids: readonly string[]) {
  return tx.account.findMany({
    where: { id: { in: [...ids] }, suspendedAt: null },
    select: { id: true, email: true, locale: true },
    orderBy: { id: 'asc' },
  });
}
