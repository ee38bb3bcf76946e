import 'server-only';
import { AccessRequest } from '#domain/access-request';
import { database } from '#server/platform/db';

export type CodeRequest = { email: string; isForAccess: boolean; access: AccessRequest | null };

/** How long after it was made a request is still answered with a new code, or the page that asks for it. */
const patienceMs = 60 * 60_000;

/** Who a code was asked for, and what for; null once someone signed in with it, or after an hour. */
export async function readCodeRequest(request: string, now: Date): Promise<CodeRequest | null> {
  const row = await database().signInCode.findUnique({
    where: { id: request },
    select: { email: true, usedAt: true, createdAt: true, access: true },
  });
  if (!row || row.usedAt || now.getTime() - row.createdAt.getTime() > patienceMs) return null;
  const access = AccessRequest.nullable().parse(row.access);
  return { email: row.email, access, isForAccess: access !== null };
}
