import 'server-only';
import { mailGroups, type WishOfGroup, withoutMails } from '#domain/mail-wishes';
import { appendAccountEvent } from '#server/accounts/events';
import { readMailWishes } from '#server/mail/queries/wishes';
import type { Unsubscription } from '#server/mail/unsubscribe-token';
import { type Database, database, type Transaction } from '#server/platform/db';

type Save = { accountId: string; wishes: Partial<WishOfGroup>; now: Date };

/** Keeps how a person wants the mails they can live without; groups that are not named stay as they are. */
export async function saveMailWishes(
  { accountId, wishes, now }: Save,
  db: Database = database(),
): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await lockWishes(tx, accountId);
    if (before) await write(tx, { accountId, before, after: { ...before, ...wishes }, by: 'account', now });
  });
}

/** Ends mails by the link in one of them. False where there is no such account. */
export function endMails(
  { accountId, ends, now }: Unsubscription & { now: Date },
  db: Database = database(),
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const before = await lockWishes(tx, accountId);
    if (!before) return false;
    await write(tx, { accountId, before, after: withoutMails(before, ends), by: 'link', now });
    return true;
  });
}

/** A person's wishes, which nobody else changes until the transaction ends. */
async function lockWishes(tx: Transaction, accountId: string): Promise<WishOfGroup | null> {
  const found = await tx.$executeRaw`select from account where id = ${accountId} for update`;
  return found > 0 ? readMailWishes(accountId, tx) : null;
}

type Change = {
  accountId: string;
  before: WishOfGroup;
  after: WishOfGroup;
  /** Chosen on the account's page, or by the link in a mail, for which nobody signs in. */
  by: 'account' | 'link';
  now: Date;
};

async function write(tx: Transaction, { accountId, before, after, by, now }: Change): Promise<void> {
  const changed = mailGroups.filter((group) => before[group] !== after[group]);
  if (changed.length === 0) return;
  for (const group of changed) {
    const wish = after[group];
    await tx.mailWish.upsert({
      where: { accountId_group: { accountId, group } },
      create: { accountId, group, wish },
      update: { wish },
    });
  }
  const only = (wishes: WishOfGroup) => Object.fromEntries(changed.map((group) => [group, wishes[group]]));
  await appendAccountEvent(tx, {
    ...{ accountId, actor: accountId, kind: 'mail-wishes-changed', at: now },
    ...{ before: only(before), after: only(after), data: { by } },
  });
}
