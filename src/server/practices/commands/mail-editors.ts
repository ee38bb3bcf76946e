import 'server-only';
import { queueMail } from '#server/mail/commands';
import type { MailData } from '#server/mail/kinds';
import { mailLocale } from '#server/mail/mail-locale';
import type { Transaction } from '#server/platform/db';

type ToEditors =
  | 'submission-arrived'
  | 'submission-appealed'
  | 'submission-taken-back'
  | 'publication-stopped';

type Told<Kind extends ToEditors> = {
  kind: Kind;
  data: MailData<Kind>;
  /** Who writes in it, who are told otherwise. */
  members: readonly string[];
  now: Date;
};

/** Writes to every editor who does not write in the submission, in their language. */
export async function mailEditors<Kind extends ToEditors>(
  tx: Transaction,
  { kind, data, members, now }: Told<Kind>,
): Promise<void> {
  const editors = await tx.account.findMany({
    where: { roles: { has: 'editor' }, suspendedAt: null, id: { notIn: [...members] } },
    select: { id: true, email: true, locale: true },
  });
  for (const { id: accountId, email: to, locale } of editors)
    await queueMail(tx, { to, accountId, locale: mailLocale(locale), kind, data, now });
}
