import 'server-only';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { type MailData, type MailKind, mailKinds } from '#server/mail/kinds';
import { setLetter } from '#server/mail/letter';
import type { Transaction } from '#server/platform/db';

type Queued<Kind extends MailKind> = {
  to: string;
  /** The person's language. */
  locale: Locale;
  kind: Kind;
  data: MailData<Kind>;
  now: Date;
  /** Written like any other, so that it takes as long, and never sent: for an address without an account. */
  discarded?: boolean;
};

/**
 * Writes a mail in the transaction of what it announces: it is sent if that is committed, and only then. The worker is
 * woken with the commit.
 */
export async function queueMail<Kind extends MailKind>(
  tx: Transaction,
  { to, locale, kind, data, now, discarded = false }: Queued<Kind>,
): Promise<void> {
  const mail = setLetter(mailKinds[kind]({ t: translatorOf(locale), locale }, data), locale);
  await tx.outboxMail.create({
    data: {
      id: crypto.randomUUID(),
      to,
      locale,
      kind,
      ...mail,
      state: discarded ? 'discarded' : 'waiting',
      createdAt: now,
      nextTryAt: now,
    },
  });
  await tx.$executeRaw`select pg_notify('outbox_mail', '')`;
}
