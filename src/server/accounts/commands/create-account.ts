import 'server-only';
import type { AccessRequest } from '#domain/access-request';
import type { Role } from '#domain/actor';
import type { Locale } from '#i18n/locales';
import { drawId } from '#lib/draw-id';
import { appendAccountEvent } from '#server/accounts/events';
import type { Transaction } from '#server/platform/db';

/** An account as a command that signs in needs it. */
export type FoundAccount = { id: string; roles: Role[]; suspendedAt: Date | null; totpSince: Date | null };

/** Its columns. */
export const foundAccount = { id: true, roles: true, suspendedAt: true, totpSince: true } as const;

type Proven = {
  /** Whoever acts has shown that this address is theirs. */
  email: string;
  locale: Locale;
  access: AccessRequest | null;
  now: Date;
};

/**
 * The account of an address, made now if access was asked for: an officer, whose city an editor has yet to confirm.
 * Null where there is none and none was asked for.
 */
export async function findOrCreateAccount(
  tx: Transaction,
  { email, locale, access, now }: Proven,
): Promise<FoundAccount | null> {
  const known = await tx.account.findUnique({ where: { email }, select: foundAccount });
  if (!access) return known;
  const account =
    known ??
    (await createAccount(tx, { email, name: access.name, locale, roles: ['officer'], actor: null, now }));
  await askAffiliation(tx, account.id, access, now);
  return account;
}

type NewAccount = {
  email: string;
  name: string;
  locale: Locale;
  roles: Role[];
  /** Who makes it: an account's id, or null for the person themselves. */
  actor: string | null;
  now: Date;
};

/** Makes an account and notes it. */
export async function createAccount(
  tx: Transaction,
  { actor, now, ...data }: NewAccount,
): Promise<FoundAccount> {
  const id = drawId();
  await tx.account.create({ data: { id, ...data, createdAt: now } });
  await appendAccountEvent(tx, {
    accountId: id,
    actor: actor ?? id,
    kind: 'created',
    at: now,
    after: { roles: data.roles },
  });
  return { id, roles: data.roles, suspendedAt: null, totpSince: null };
}

/** Notes the city that someone says they work for, unless they said so before. */
async function askAffiliation(
  tx: Transaction,
  accountId: string,
  { cityId, cityName, country, position }: AccessRequest,
  now: Date,
): Promise<void> {
  const asked = { id: drawId(), accountId, cityId, cityName, country, position, askedAt: now };
  const { count } = await tx.affiliation.createMany({ data: asked, skipDuplicates: true });
  if (count === 1)
    await appendAccountEvent(tx, { accountId, actor: accountId, kind: 'asked-for-access', at: now });
}
