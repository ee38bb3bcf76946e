import 'server-only';
import type { Actor, Role } from '#domain/actor';
import { invitationDays } from '#domain/invitation';
import { mayGrant, mayManagePeople } from '#domain/permissions';
import type { Locale } from '#i18n/locales';
import { drawId } from '#lib/draw-id';
import { countAttempt } from '#server/accounts/commands/count-attempt';
import { appendAccountEvent } from '#server/accounts/events';
import { drawToken } from '#server/accounts/token';
import { queueMail } from '#server/mail/commands';
import { database } from '#server/platform/db';

type Invite = {
  actor: Actor;
  email: string;
  /** The language of the mail. */
  locale: Locale;
  role: Role;
  /** For an officer, the cities they are confirmed for by this. */
  cityIds: readonly string[];
  now: Date;
};

type Invited = { ok: true; id: string } | { ok: false; reason: 'not-found' | 'too-many' };

/** Sends an invitation, which proves the address by its link. It ends earlier ones to the same address. */
export async function invite({ actor, email, locale, role, cityIds, now }: Invite): Promise<Invited> {
  if (!mayGrant(actor, role)) return { ok: false, reason: 'not-found' };
  if (!(await countAttempt('invite', actor.id, now))) return { ok: false, reason: 'too-many' };
  const { token, hash } = drawToken();
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
  return database().$transaction(async (tx) => {
    await tx.invitation.updateMany({
      where: { email, acceptedAt: null, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    const known = await tx.city.findMany({ where: { id: { in: [...cityIds] } }, select: { id: true } });
    const id = drawId();
    await tx.invitation.create({
      data: {
        ...{ id, email, locale, invitedBy: actor.id, createdAt: now, expiresAt },
        tokenHash: hash,
        roles: [role],
        cityIds: role === 'officer' ? known.map((city) => city.id) : [],
      },
    });
    await appendAccountEvent(tx, {
      ...{ accountId: actor.id, actor: actor.id, kind: 'invited', at: now },
      data: { invitation: id, role },
    });
    await queueMail(tx, { to: email, locale, kind: 'invitation', data: { token, role }, now });
    return { ok: true, id };
  });
}

/** Takes back an invitation that was not accepted yet. Returns whether there was one. */
export async function endInvitation(actor: Actor, id: string, now: Date): Promise<boolean> {
  if (!mayManagePeople(actor)) return false;
  const { count } = await database().invitation.updateMany({
    where: { id, acceptedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  return count === 1;
}
