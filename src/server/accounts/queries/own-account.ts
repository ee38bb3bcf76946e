import 'server-only';
import type { Role } from '#domain/actor';
import { isSessionAlive } from '#domain/session-limits';
import { keyFor } from '#server/accounts/commands/key';
import { unseal } from '#server/accounts/sealed';
import { database } from '#server/platform/db';

export type Device = { id: string; name: string; lastSeenAt: Date; createdAt: Date };

/** Where a person is signed in, the last used first. */
export async function listDevices(accountId: string, roles: readonly Role[], now: Date): Promise<Device[]> {
  const sessions = await database().session.findMany({
    where: { accountId },
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: 'desc' },
  });
  return sessions
    .filter((session) => isSessionAlive(session, roles, now))
    .map(({ device, ...session }) => ({ ...session, name: device }));
}

/** The secret a person is about to confirm; null if none was drawn, or the second factor is in use. */
export async function readNewTotpSecret(accountId: string): Promise<Buffer | null> {
  const account = await database().account.findUnique({
    where: { id: accountId },
    select: { totpSecret: true, totpSince: true },
  });
  if (!account?.totpSecret || account.totpSince) return null;
  return unseal(await keyFor('second factor'), accountId, account.totpSecret);
}

/** How many recovery codes a person has left. */
export function countRecoveryCodes(accountId: string): Promise<number> {
  return database().recoveryCode.count({ where: { accountId, usedAt: null } });
}
