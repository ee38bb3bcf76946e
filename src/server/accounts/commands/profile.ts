import 'server-only';
import type { Locale } from '#i18n/locales';
import { appendAccountEvent } from '#server/accounts/events';
import { database } from '#server/platform/db';

/** Keeps a person's own name and the language of their mails. */
export async function saveProfile({
  accountId,
  name,
  locale,
  now,
}: {
  accountId: string;
  name: string;
  locale: Locale;
  now: Date;
}): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`select from account where id = ${accountId} for update`;
    const select = { name: true, locale: true };
    const before = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select });
    const after = { name, locale };
    await tx.account.update({ where: { id: accountId }, data: after });
    await appendAccountEvent(tx, {
      ...{ accountId, actor: accountId, kind: 'profile-changed', at: now },
      ...{ before, after },
    });
  });
}
