import 'server-only';
import { queueMail } from '#server/mail/commands';
import { mailLocale } from '#server/mail/mail-locale';
import type { Transaction } from '#server/platform/db';
import { mailEditors } from '#server/practices/commands/mail-editors';

type Sent = { id: string; reference: string; title: string; isAgain: boolean; now: Date };

/** A receipt to everyone who writes in it, and word to the editors; each in their language, one to each person. */
export async function mailSent(tx: Transaction, { id, reference, title, isAgain, now }: Sent): Promise<void> {
  const data = { id, reference, title, isAgain };
  const members = await tx.account.findMany({
    where: { memberships: { some: { submissionId: id } }, suspendedAt: null },
    select: { id: true, email: true, locale: true },
  });
  for (const { email: to, locale } of members)
    await queueMail(tx, { to, locale: mailLocale(locale), kind: 'submission-receipt', data, now });
  await mailEditors(tx, {
    ...{ kind: 'submission-arrived', data, now },
    members: members.map((member) => member.id),
  });
}
