import 'server-only';
import type { Role } from '#domain/actor';
import type { Locale } from '#i18n/locales';
import { createAccount } from '#server/accounts/commands/create-account';
import { appendAccountEvent } from '#server/accounts/events';
import { database } from '#server/platform/db';

type Grant = { email: string; roles: Role[]; name: string | undefined; locale: Locale; now: Date };

/** Gives roles to an address, which has an account from then on. Returns all its roles. */
export async function grantRoles({ email, roles, name = '', locale, now }: Grant): Promise<Role[]> {
  return database().$transaction(async (tx) => {
    await tx.$executeRaw`select from account where email = ${email} for update`;
    const known = await tx.account.findUnique({ where: { email }, select: { id: true, roles: true } });
    if (!known) return (await createAccount(tx, { email, name, locale, roles, actor: 'system', now })).roles;
    const all = [...new Set([...known.roles, ...roles])];
    await tx.account.update({ where: { email }, data: { roles: all, ...(name && { name }) } });
    await appendAccountEvent(tx, {
      ...{ accountId: known.id, actor: 'system', kind: 'roles-changed', at: now },
      before: { roles: known.roles },
      after: { roles: all },
    });
    return all;
  });
}
