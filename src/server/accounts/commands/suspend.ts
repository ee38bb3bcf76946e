import 'server-only';
import type { Actor } from '#domain/actor';
import { maySuspend } from '#domain/permissions';
import { appendAccountEvent } from '#server/accounts/events';
import { database, type Transaction } from '#server/platform/db';

/** Keeps an account from doing anything from the next request on, or lets it again. Returns whether anything changed. */
export async function setSuspended(
  actor: Actor,
  { accountId, suspended, now }: { accountId: string; suspended: boolean; now: Date },
): Promise<boolean> {
  if (!maySuspend(actor, accountId)) return false;
  return database().$transaction((tx) => writeSuspension(tx, { accountId, suspended, actor: actor.id, now }));
}

/** The same, by whoever has the right to by other means, such as a command on the server. */
export async function writeSuspension(
  tx: Transaction,
  { accountId, suspended, actor, now }: { accountId: string; suspended: boolean; actor: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id: accountId, suspendedAt: suspended ? null : { not: null } },
    data: { suspendedAt: suspended ? now : null },
  });
  if (count !== 1) return false;
  if (suspended) await tx.session.deleteMany({ where: { accountId } });
  const kind = suspended ? 'suspended' : 'restored';
  await appendAccountEvent(tx, {
    ...{ accountId, actor, kind, at: now },
    before: { suspended: !suspended },
    after: { suspended },
  });
  return true;
}
