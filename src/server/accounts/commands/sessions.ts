import 'server-only';
import type { Role } from '#domain/actor';
import { sessionLimits } from '#domain/session-limits';
import { drawId } from '#lib/draw-id';
import { appendAccountEvent } from '#server/accounts/events';
import { drawToken, hashToken } from '#server/accounts/token';
import { database, type Transaction } from '#server/platform/db';

/** A session that begins: the token for the cookie, which is nowhere else, and how long the cookie may live. */
export type StartedSession = { token: string; seconds: number };

type Start = { account: { id: string; roles: readonly Role[] }; device: string; now: Date };

/** Gives a session a new token once the second factor was right. Returns null if the session has ended meanwhile. */
export async function raiseSession(
  tx: Transaction,
  { id, accountId, now }: { id: string; accountId: string; now: Date },
): Promise<StartedSession | null> {
  const { token, hash } = drawToken();
  const where = { id, accountId };
  const { count } = await tx.session.updateMany({ where, data: { tokenHash: hash, secondFactorAt: now } });
  if (count !== 1) return null;
  const { expiresAt } = await tx.session.findUniqueOrThrow({ where: { tokenHash: hash } });
  return { token, seconds: Math.max(0, Math.round((expiresAt.getTime() - now.getTime()) / 1_000)) };
}

/** Begins a session, in the transaction of what proved who it is. */
export async function startSession(
  tx: Transaction,
  { account, device, now }: Start,
): Promise<StartedSession> {
  const { token, hash } = drawToken();
  const { whole } = sessionLimits(account.roles);
  await tx.session.create({
    data: {
      tokenHash: hash,
      id: drawId(),
      accountId: account.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + whole),
      device: device.slice(0, 100),
    },
  });
  await appendAccountEvent(tx, { accountId: account.id, actor: account.id, kind: 'signed-in', at: now });
  return { token, seconds: whole / 1_000 };
}

/** Ends the session of a cookie, whosever it is; a token that names none is no surprise. */
export async function endSession(token: string, now: Date): Promise<void> {
  await database().$transaction(async (tx) => {
    const tokenHash = hashToken(token);
    const session = await tx.session.findUnique({ where: { tokenHash }, select: { accountId: true } });
    if (!session) return;
    await tx.session.deleteMany({ where: { tokenHash } });
    const { accountId } = session;
    await appendAccountEvent(tx, { accountId, actor: accountId, kind: 'signed-out', at: now });
  });
}

type Ending = { accountId: string; now: Date } & ({ only: string } | { allBut: string });

/** Ends one session of a person, or all but one, by their ids. Returns how many ended: none for an id of someone else's. */
export async function endSessions({ accountId, now, ...which }: Ending): Promise<number> {
  const id = 'only' in which ? which.only : { not: which.allBut };
  return database().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { accountId, id } });
    if (count > 0)
      await appendAccountEvent(tx, {
        accountId,
        actor: accountId,
        kind: 'session-ended',
        at: now,
        data: { count },
      });
    return count;
  });
}
