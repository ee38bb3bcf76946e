import 'server-only';
import type { Role } from '#domain/actor';
import { type NextStep, stepAfter } from '#domain/sign-in-steps';
import { isLocale, type Locale } from '#i18n/locales';
import { confirmCities } from '#server/accounts/commands/affiliations';
import { createAccount, type FoundAccount, foundAccount } from '#server/accounts/commands/create-account';
import { type StartedSession, startSession } from '#server/accounts/commands/sessions';
import { appendAccountEvent } from '#server/accounts/events';
import { hashToken } from '#server/accounts/token';
import { database, type Transaction } from '#server/platform/db';

type Accept = { token: string; name: string; locale: Locale; device: string; now: Date };
type Accepted =
  | { ok: true; session: StartedSession; next: NextStep; roles: readonly Role[] }
  | { ok: false; reason: 'ended' };

type Row = { id: string; email: string; locale: string; roles: Role[]; cityIds: string[]; invitedBy: string };

/** Accepts an invitation once: gives the roles and cities it names, and signs in, since the link proves the address. */
export async function acceptInvitation({ token, name, locale, device, now }: Accept): Promise<Accepted> {
  const tokenHash = hashToken(token);
  return database().$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { tokenHash, acceptedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
    });
    if (count !== 1) return { ok: false, reason: 'ended' };
    const invitation = await tx.invitation.findUniqueOrThrow({ where: { tokenHash } });
    const account = await invitedAccount(tx, invitation, { name, locale, now });
    if (account.suspendedAt) return { ok: false, reason: 'ended' };
    await confirmCities(tx, {
      accountId: account.id,
      cityIds: invitation.cityIds,
      decidedBy: invitation.invitedBy,
      now,
    });
    await appendAccountEvent(tx, {
      ...{ accountId: account.id, actor: account.id, kind: 'invitation-accepted', at: now },
      data: { invitation: invitation.id },
    });
    const session = await startSession(tx, { account, device, now });
    return { ok: true, session, next: stepAfter(account), roles: account.roles };
  });
}

/** The account of the invited address, with the roles of the invitation besides those it had. */
async function invitedAccount(
  tx: Transaction,
  { email, locale: written, roles, invitedBy }: Row,
  { name, locale, now }: { name: string; locale: Locale; now: Date },
): Promise<FoundAccount> {
  await tx.$executeRaw`select from account where email = ${email} for update`;
  const known = await tx.account.findUnique({ where: { email }, select: foundAccount });
  const language = isLocale(written) ? written : locale;
  if (!known) return createAccount(tx, { email, name, locale: language, roles, actor: invitedBy, now });
  const added = roles.filter((role) => !known.roles.includes(role));
  if (added.length === 0 || known.suspendedAt) return known;
  const all = [...known.roles, ...added];
  await tx.account.update({ where: { id: known.id }, data: { roles: all } });
  await appendAccountEvent(tx, {
    ...{ accountId: known.id, actor: invitedBy, kind: 'roles-changed', at: now },
    before: { roles: known.roles },
    after: { roles: all },
  });
  return { ...known, roles: all };
}
