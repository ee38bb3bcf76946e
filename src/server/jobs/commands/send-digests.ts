import 'server-only';
import { z } from 'zod';
import type { Endable, WishOfGroup } from '#domain/mail-wishes';
import { queueMail } from '#server/mail/commands';
import { careOf } from '#server/mail/kinds';
import { mailLocale } from '#server/mail/mail-locale';
import { readMailWishes } from '#server/mail/queries/wishes';
import { type Database, database, type Transaction } from '#server/platform/db';

const Lines = z.array(z.object({ id: z.bigint(), kind: z.string(), subject: z.string(), path: z.string() }));

/**
 * Writes one mail to everyone for whom something was kept for the day, with all of it. Each in a transaction of its own,
 * in which what it tells is deleted: of two that do so at once, one finds nothing. Returns how many were written.
 */
export async function sendDigests(now: Date, db: Database = database()): Promise<number> {
  const people = await db.digestItem.findMany({
    ...{ where: { at: { lte: now } }, distinct: ['accountId'] },
    ...{ select: { accountId: true }, orderBy: { accountId: 'asc' } },
  });
  let written = 0;
  for (const { accountId } of people)
    if (await db.$transaction((tx) => sendOne(tx, accountId, now))) written += 1;
  return written;
}

async function sendOne(tx: Transaction, accountId: string, now: Date): Promise<boolean> {
  // Waits for whoever is at the same person, and for a change of their wishes.
  await tx.$executeRaw`select from account where id = ${accountId} for update`;
  const rows: unknown = await tx.$queryRaw`
    delete from digest_item where account_id = ${accountId} and at <= ${now} returning id, kind, subject, path`;
  const wishes = await readMailWishes(accountId, tx);
  const lines = Lines.parse(rows)
    .filter(({ kind }) => isWanted(wishes, careOf(kind)?.optional))
    .sort((one, other) => Number(one.id - other.id));
  const { email: to, ...person } = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true, locale: true, suspendedAt: true },
  });
  if (lines.length === 0 || person.suspendedAt) return false;
  const locale = mailLocale(person.locale);
  await queueMail(tx, { to, accountId, locale, kind: 'digest', data: { lines }, now });
  return true;
}

/** Who wants none of them any more is not told what came before they said so. */
function isWanted(wishes: WishOfGroup, group: Endable | undefined): boolean {
  return group !== undefined && group !== 'digest' && wishes[group] !== 'none';
}
