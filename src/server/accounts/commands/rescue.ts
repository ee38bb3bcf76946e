import 'server-only';
import { writeSuspension } from '#server/accounts/commands/suspend';
import { appendAccountEvent } from '#server/accounts/events';
import { database } from '#server/platform/db';

type OfAddress = { email: string; now: Date };

/** Suspends or restores an account by its address, by who runs the server. Returns whether anything changed. */
export async function suspendByAddress({
  email,
  suspended,
  now,
}: OfAddress & { suspended: boolean }): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { email }, select: { id: true } });
    return (
      account !== null && writeSuspension(tx, { accountId: account.id, suspended, actor: 'system', now })
    );
  });
}

/** Takes away a second factor that is lost, with all sessions. Returns whether there was an account. */
export async function resetSecondFactor({ email, now }: OfAddress): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { email }, select: { id: true } });
    if (!account) return false;
    const { id } = account;
    await tx.account.update({ where: { id }, data: { totpSecret: null, totpSince: null, totpStep: null } });
    await tx.recoveryCode.deleteMany({ where: { accountId: id } });
    await tx.session.deleteMany({ where: { accountId: id } });
    await appendAccountEvent(tx, { accountId: id, actor: 'system', kind: 'second-factor-removed', at: now });
    return true;
  });
}
