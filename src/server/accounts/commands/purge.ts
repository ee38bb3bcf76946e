import 'server-only';
import { database } from '#server/platform/db';

const day = 86_400_000;

/** Deletes what has ended: counts and codes after two days, sessions, and invitations after three months. */
export async function purgeAccounts(now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * day);
  await database().rateCount.deleteMany({ where: { windowStart: { lt: before(2) } } });
  await database().signInCode.deleteMany({ where: { expiresAt: { lt: before(2) } } });
  await database().session.deleteMany({ where: { expiresAt: { lt: now } } });
  await database().invitation.deleteMany({ where: { expiresAt: { lt: before(90) } } });
}
