import 'server-only';
import { type Database, database } from '#server/platform/db';

/** Notes when a link was opened first. A program that looks links up in mails counts as well: it is a hint, no proof. */
export async function noteRead(
  { opinion, now }: { opinion: string; now: Date },
  db: Database = database(),
): Promise<void> {
  await db.opinion.updateMany({
    where: { id: opinion, firstReadAt: null, signedAt: null },
    data: { firstReadAt: now },
  });
}
