import 'server-only';
import { purgeAccounts } from '#server/accounts/commands/purge';
import { database } from '#server/platform/db';

const day = 24 * 60 * 60_000;

/**
 * Deletes what has served: forms that waited in vain, codes, counts and sessions that are over, mails that were sent, and
 * saves so old that no open form begins from them. A save that holds a text nobody has decided about stays.
 */
export async function purge(now: Date): Promise<Record<string, number>> {
  const db = database();
  const ago = (days: number) => new Date(now.getTime() - days * day);
  const purged = {
    parkedForms: db.parkedForm.deleteMany({ where: { expiresAt: { lt: now } } }),
    sentMails: db.outboxMail.deleteMany({
      where: {
        OR: [
          { state: 'discarded', createdAt: { lt: ago(1) } },
          { state: 'sent', createdAt: { lt: ago(30) } },
          { state: 'failed', createdAt: { lt: ago(90) } },
        ],
      },
    }),
    oldSaves: db.$executeRaw`
      delete from submission_save
      where at < ${ago(90)} and (settled_at is not null or conflicts is null or conflicts = '{}')`,
  };
  await purgeAccounts(now);
  const counts = await Promise.all(
    Object.entries(purged).map(async ([name, done]) => {
      const result = await done;
      return [name, typeof result === 'number' ? result : result.count] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
