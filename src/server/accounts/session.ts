import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { actsAs, type Role } from '#domain/actor';
import { nameDevice } from '#domain/device';
import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import { networkPrefix } from '#lib/network-prefix';
import { endSession, type StartedSession } from '#server/accounts/commands/sessions';
import { type Person, readPerson } from '#server/accounts/queries/person';
import { siteUrl } from '#server/platform/env';

export type { Person } from '#server/accounts/queries/person';

/** The person of this request's session, whether they have given their second factor in it or not. */
export const knownPerson = cache(async (): Promise<Person | null> => {
  const token = await readToken();
  return token === undefined ? null : readPerson(token, new Date());
});

/**
 * Who is signed in at this request, read from the database once for it; null if nobody, or if a second factor is still
 * to be given. For pages and route handlers.
 */
export async function currentPerson(): Promise<Person | null> {
  const person = await knownPerson();
  return person && (!person.hasTotp || person.actor.hasSecondFactor) ? person : null;
}

/** Who is signed in; everyone else is led to the sign-in, or to the second factor, and from there back to `path`. */
export async function requirePerson(locale: Locale, path: string): Promise<Person> {
  const person = await currentPerson();
  if (person) return person;
  const isHalfway = (await knownPerson()) !== null;
  redirect(
    isHalfway ? accountPaths.secondFactor(locale, { to: path }) : accountPaths.signIn(locale, { to: path }),
  );
}

/**
 * Who is signed in and acts in one of these roles. Who has such a role and no second factor yet is led to setting it up;
 * for everyone else there is nothing at this address.
 */
export async function requireActing(locale: Locale, path: string, ...roles: Role[]): Promise<Person> {
  const person = await requirePerson(locale, path);
  const { actor } = person;
  if (roles.some((role) => actsAs(actor, role))) return person;
  if (!roles.some((role) => actor.roles.includes(role))) notFound();
  redirect(accountPaths.setUpSecondFactor(locale, { to: path }));
}

/** Puts a session that began into the cookie; the one that was there ends. For route handlers. */
export async function giveSession({ token, seconds }: StartedSession): Promise<void> {
  await endPresent();
  const { name, secure } = await cookieOf();
  (await cookies()).set(name, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: seconds });
}

/** Ends the session of this request, and takes the cookie away. For route handlers. */
export async function dropSession(): Promise<void> {
  await endPresent();
  const { name, secure } = await cookieOf();
  (await cookies()).set(name, '', { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 0 });
}

/** Where the request comes from: its network, and the browser's own name for itself. */
export async function readVisitor(): Promise<{ network: string; device: string }> {
  const sent = await headers();
  return {
    network: networkPrefix(sent.get('x-forwarded-for') ?? ''),
    device: nameDevice(sent.get('user-agent') ?? ''),
  };
}

async function endPresent(): Promise<void> {
  const token = await readToken();
  if (token !== undefined) await endSession(token, new Date());
}

async function readToken(): Promise<string | undefined> {
  return (await cookies()).get((await cookieOf()).name)?.value;
}

/** Over TLS the cookie is bound to this very host. Without it, which is for trying out, browsers would refuse the prefix. */
async function cookieOf(): Promise<{ name: string; secure: boolean }> {
  const secure = siteUrl().startsWith('https:') || (await headers()).get('x-forwarded-proto') === 'https';
  return { name: secure ? '__Host-session' : 'session', secure };
}
