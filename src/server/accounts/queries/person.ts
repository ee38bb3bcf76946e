import 'server-only';
import type { Actor } from '#domain/actor';
import { isSessionAlive } from '#domain/session-limits';
import type { Prisma } from '#generated/prisma/client';
import { defaultLocale, isLocale, type Locale } from '#i18n/locales';
import { hashToken } from '#server/accounts/token';
import { database } from '#server/platform/db';

/** Who is signed in, as the database knows them at this request. */
export type Person = {
  actor: Actor;
  email: string;
  name: string;
  locale: Locale;
  sessionId: string;
  /** Whether they have a second factor, given in this session or not. */
  hasTotp: boolean;
};

const select = {
  id: true,
  createdAt: true,
  lastSeenAt: true,
  secondFactorAt: true,
  account: {
    select: {
      id: true,
      email: true,
      name: true,
      locale: true,
      roles: true,
      suspendedAt: true,
      totpSince: true,
      affiliations: {
        select: { cityId: true, confirmed: true },
        where: { cityId: { not: null }, OR: [{ confirmed: true }, { decidedAt: null }] },
      },
    },
  },
} satisfies Prisma.SessionSelect;

/** When a session was last used is noted to a quarter of an hour: enough for its end, and no write for each page. */
const noticeMs = 15 * 60_000;

/** The person of a session's token; null if it has ended, or they are suspended. */
export async function readPerson(token: string, now: Date): Promise<Person | null> {
  const tokenHash = hashToken(token);
  const session = await database().session.findUnique({ where: { tokenHash }, select });
  if (!session || session.account.suspendedAt) return null;
  const { account } = session;
  if (!isSessionAlive(session, account.roles, now)) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > noticeMs)
    await database().session.updateMany({ where: { tokenHash }, data: { lastSeenAt: now } });
  const { totpSince } = account;
  const given = session.secondFactorAt;
  return {
    actor: {
      id: account.id,
      roles: account.roles,
      cities: account.affiliations.flatMap(({ cityId, confirmed }) =>
        cityId === null ? [] : [{ id: cityId, confirmed }],
      ),
      // Given to a second factor that was removed since, it counts no more.
      hasSecondFactor: given !== null && totpSince !== null && given >= totpSince,
    },
    email: account.email,
    name: account.name,
    locale: isLocale(account.locale) ? account.locale : defaultLocale,
    sessionId: session.id,
    hasTotp: totpSince !== null,
  };
}
