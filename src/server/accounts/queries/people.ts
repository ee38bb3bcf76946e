import 'server-only';
import type { Role } from '#domain/actor';
import { hashToken } from '#server/accounts/token';
import { database } from '#server/platform/db';

export type AskedAffiliation = {
  id: string;
  person: string;
  email: string;
  cityId: string | null;
  cityName: string | null;
  country: string;
  position: string;
  askedAt: Date;
};
export type OpenInvitation = { id: string; email: string; roles: Role[]; cityIds: string[]; expiresAt: Date };
export type KnownPerson = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  suspendedAt: Date | null;
  cityIds: string[];
};

/** Who said they work for a city, and nobody has decided it; the longest waiting first. */
export async function listAskedAffiliations(): Promise<AskedAffiliation[]> {
  const rows = await database().affiliation.findMany({
    where: { decidedAt: null, account: { suspendedAt: null } },
    include: { account: { select: { name: true, email: true } } },
    orderBy: { askedAt: 'asc' },
    take: 200,
  });
  return rows.map(({ account, ...row }) => ({ ...row, person: account.name, email: account.email }));
}

/** Invitations that can still be accepted. */
export function listOpenInvitations(now: Date): Promise<OpenInvitation[]> {
  return database().invitation.findMany({
    where: { acceptedAt: null, expiresAt: { gt: now } },
    select: { id: true, email: true, roles: true, cityIds: true, expiresAt: true },
    orderBy: { createdAt: 'desc' },
    take: 200,
  });
}

/** Everyone who has an account, by name. */
export async function listPeople(): Promise<KnownPerson[]> {
  const rows = await database().account.findMany({
    select: {
      ...{ id: true, name: true, email: true, roles: true, suspendedAt: true },
      affiliations: { where: { confirmed: true, cityId: { not: null } }, select: { cityId: true } },
    },
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
    take: 500,
  });
  return rows.map(({ affiliations, ...row }) => ({
    ...row,
    cityIds: affiliations.flatMap(({ cityId }) => cityId ?? []),
  }));
}

/** What an invitation offers; null once it was accepted or has ended. */
export function readInvitation(
  token: string,
  now: Date,
): Promise<{ email: string; roles: Role[]; cityIds: string[] } | null> {
  return database().invitation.findFirst({
    where: { tokenHash: hashToken(token), acceptedAt: null, expiresAt: { gt: now } },
    select: { email: true, roles: true, cityIds: true },
  });
}
