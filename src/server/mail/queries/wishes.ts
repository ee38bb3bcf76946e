import 'server-only';
import { z } from 'zod';
import { MailGroup, MailWish, usualWishes, type WishOfGroup } from '#domain/mail-wishes';
import { type Database, database, type Transaction } from '#server/platform/db';

const Rows = z.array(z.object({ group: MailGroup, wish: MailWish }));

/** How a person wants the mails they can live without. */
export async function readMailWishes(
  accountId: string,
  db: Database | Transaction = database(),
): Promise<WishOfGroup> {
  const rows = await db.mailWish.findMany({ where: { accountId }, select: { group: true, wish: true } });
  return { ...usualWishes, ...Object.fromEntries(Rows.parse(rows).map(({ group, wish }) => [group, wish])) };
}
