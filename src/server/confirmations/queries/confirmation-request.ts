import 'server-only';
import { hashToken } from '#server/accounts/token';
import { type Database, database } from '#server/platform/db';
import { findPublished } from '#server/practices/select/published';

/** What a link in a mail asks to be confirmed. `confirmedAt`: since it was sent, by this link or otherwise. */
export type ConfirmationAsked = { slug: string; since: Date | null; confirmedAt: Date | null };

/** Null for a link of no mail, one that is too old, of somebody who may not act any more, or of what is not public. */
export async function readConfirmationRequest(
  token: string,
  now: Date,
  db: Database = database(),
): Promise<ConfirmationAsked | null> {
  const request = await db.confirmationRequest.findFirst({
    where: { tokenHash: hashToken(token), expiresAt: { gt: now }, account: { suspendedAt: null } },
  });
  const practice = request && (await findPublished(db, request.practiceId));
  if (!practice) return null;
  const { slug, confirmedAt, publishedAt } = practice;
  const isDone = confirmedAt !== null && confirmedAt >= request.sentAt;
  return { slug, since: confirmedAt ?? publishedAt, confirmedAt: isDone ? confirmedAt : null };
}
