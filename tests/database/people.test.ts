import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessRequest } from '#domain/access-request';
import { acceptInvitation } from '#server/accounts/commands/accept-invitation';
import { decideAffiliation } from '#server/accounts/commands/affiliations';
import { askCode } from '#server/accounts/commands/ask-code';
import { checkCode } from '#server/accounts/commands/check-code';
import { grantRoles } from '#server/accounts/commands/grant-roles';
import { endInvitation, invite } from '#server/accounts/commands/invite';
import { saveProfile } from '#server/accounts/commands/profile';
import { setSuspended } from '#server/accounts/commands/suspend';
import { listAskedAffiliations, listOpenInvitations, readInvitation } from '#server/accounts/queries/people';
import { readPerson } from '#server/accounts/queries/person';
import { actor, codeIn, openAccountDatabase } from '#tests/support/account-database';

let accounts: Awaited<ReturnType<typeof openAccountDatabase>>;
const start = new Date('2026-11-25T08:00:00Z');
const days = (count: number) => new Date(start.getTime() + count * 86_400_000);
const editor = actor('editor0001', ['editor']);
const administrator = actor('admin00001', ['administrator']);

beforeAll(async () => {
  accounts = await openAccountDatabase();
  const { db } = accounts;
  for (const { id, roles } of [editor, administrator])
    await db.account.create({ data: { id, email: `${id}@x.example`, locale: 'en', roles: [...roles] } });
  await db.city.create({
    data: {
      ...{ id: 'cork', country: 'IE', placeType: 'city', latitude: 51.9, longitude: -8.5 },
      names: { create: { language: 'en', name: 'Cork' } },
    },
  });
});
afterAll(() => accounts.end());

const send = (email: string, changes: Partial<Parameters<typeof invite>[0]> = {}) =>
  invite({
    actor: editor,
    email,
    locale: 'sq',
    role: 'officer',
    cityIds: ['cork', 'atlantis'],
    now: start,
    ...changes,
  });

/** The token in the newest invitation to an address. */
async function tokenTo(to: string): Promise<string> {
  const mail = await accounts.db.outboxMail.findFirstOrThrow({
    where: { to, kind: 'invitation' },
    orderBy: { createdAt: 'desc' },
  });
  return /\/invitations\/([\w-]+)/.exec(mail.text)?.[1] ?? '';
}

const accept = (token: string, now = start) =>
  acceptInvitation({ token, name: 'Mira', locale: 'en', device: '', now });

test('an invitation is accepted once, and gives the role and the cities that exist', async () => {
  await send('mira@cork.example');
  const token = await tokenTo('mira@cork.example');
  expect(await readInvitation(token, start)).toMatchObject({ roles: ['officer'], cityIds: ['cork'] });
  const answers = await Promise.all([accept(token), accept(token), accept(token)]);
  const signedIn = answers.filter((answer) => answer.ok);
  expect(signedIn).toHaveLength(1);
  const person = signedIn[0]?.ok ? await readPerson(signedIn[0].session.token, start) : null;
  expect(person).toMatchObject({
    name: 'Mira',
    locale: 'sq',
    actor: { roles: ['officer'], cities: [{ id: 'cork', confirmed: true }] },
  });
  expect(await readInvitation(token, start)).toBeNull();
});

test('an invitation ends after two weeks, when taken back, and when a newer one is sent', async () => {
  await send('late@cork.example');
  const late = await tokenTo('late@cork.example');
  expect(await accept(late, days(14))).toEqual({ ok: false, reason: 'ended' });
  await send('late@cork.example', { now: days(1) });
  expect(await accept(late, days(1))).toEqual({ ok: false, reason: 'ended' });
  const open = (await listOpenInvitations(days(1))).find(({ email }) => email === 'late@cork.example');
  expect(await endInvitation(actor('officer001', ['officer']), open?.id ?? '', days(1))).toBe(false);
  expect(await endInvitation(editor, open?.id ?? '', days(1))).toBe(true);
  expect(await accept(await tokenTo('late@cork.example'), days(1))).toEqual({ ok: false, reason: 'ended' });
});

test('an editor invites officers and translators, an administrator everyone, nobody else anyone', async () => {
  const outcome = async (who: ReturnType<typeof actor>) => {
    const roles = ['officer', 'translator', 'editor', 'administrator'] as const;
    const answers = await Promise.all(
      roles.map((role) => send(`${who.id}-${role}@x.example`, { actor: who, role })),
    );
    return answers.map(({ ok }) => ok);
  };
  expect(await outcome(editor)).toEqual([true, true, false, false]);
  expect(await outcome(administrator)).toEqual([true, true, true, true]);
  expect(await outcome(actor('editor0001', ['editor'], false))).toEqual([false, false, false, false]);
  expect(await outcome(actor('officer001', ['officer']))).toEqual([false, false, false, false]);
});

test('an invitation adds a role to an account that is there, and leads an editor to the second factor', async () => {
  await accounts.db.account.create({
    data: { id: 'officer002', email: 'o2@x.example', name: 'Own name', locale: 'fr', roles: ['officer'] },
  });
  await send('o2@x.example', { actor: administrator, role: 'editor' });
  expect(await accept(await tokenTo('o2@x.example'))).toMatchObject({ ok: true, next: 'set-up' });
  const account = await accounts.db.account.findUniqueOrThrow({ where: { id: 'officer002' } });
  expect(account).toMatchObject({ roles: ['officer', 'editor'], name: 'Own name' });
});

test('an invitation lets nobody in who is suspended', async () => {
  await accounts.db.account.create({
    data: { id: 'officer003', email: 'o3@x.example', locale: 'en', roles: ['officer'], suspendedAt: start },
  });
  await send('o3@x.example');
  expect(await accept(await tokenTo('o3@x.example'))).toEqual({ ok: false, reason: 'ended' });
});

const access: AccessRequest = {
  name: 'Arta',
  position: 'Adviser',
  cityId: 'cork',
  cityName: null,
  country: 'IE',
};

async function askForAccess(email: string, changes: Partial<AccessRequest> = {}, now = start) {
  const network = '192.0.2.0/24';
  const request = { ...access, ...changes };
  const asked = await askCode({ email, locale: 'en', network, access: request, now });
  if (!asked.ok) throw new Error(asked.reason);
  return { request: asked.request, network };
}

test('access is asked for with a code: the account is made when the code was right', async () => {
  const email = 'arta@cork.example';
  const { request, network } = await askForAccess(email);
  expect(await accounts.db.account.count({ where: { email } })).toBe(0);
  const typed = (await codeIn(accounts, email)) ?? '';
  const checked = await checkCode({ request, typed, locale: 'fr', network, device: '', now: start });
  expect(checked).toMatchObject({ ok: true, next: 'done' });
  const person = checked.ok ? await readPerson(checked.session.token, start) : null;
  expect(person).toMatchObject({
    name: 'Arta',
    actor: { roles: ['officer'], cities: [{ id: 'cork', confirmed: false }] },
  });
});

test('who has an account and asks for access keeps it, with one more city to confirm', async () => {
  const email = 'twice@cork.example';
  await accounts.db.account.create({
    data: { id: 'officer004', email, name: 'Known', locale: 'en', roles: ['translator'] },
  });
  for (const now of [start, days(1)]) {
    const { request, network } = await askForAccess(email, {}, now);
    const typed = (await codeIn(accounts, email)) ?? '';
    expect(await checkCode({ request, typed, locale: 'en', network, device: '', now })).toMatchObject({
      ok: true,
    });
  }
  const account = await accounts.db.account.findUniqueOrThrow({
    where: { email },
    include: { affiliations: true },
  });
  expect(account).toMatchObject({ name: 'Known', roles: ['translator'] });
  expect(account.affiliations).toHaveLength(1);
});

test('an affiliation is decided once, by who may, and the person is told', async () => {
  const email = 'vaduz@city.example';
  const { request, network } = await askForAccess(email, {
    cityId: null,
    cityName: 'Vaduz',
    country: 'LI',
  });
  const typed = (await codeIn(accounts, email)) ?? '';
  await checkCode({ request, typed, locale: 'en', network, device: '', now: start });
  const asked = (await listAskedAffiliations()).find((one) => one.email === email);
  expect(asked).toMatchObject({ cityName: 'Vaduz', country: 'LI', position: 'Adviser', person: 'Arta' });
  const decide = (who: ReturnType<typeof actor>, confirmed: boolean) =>
    decideAffiliation({ actor: who, id: asked?.id ?? '', confirmed, now: start });
  expect(await decide(actor('officer001', ['officer']), true)).toBe(false);
  expect(await decide(actor('editor0001', ['editor'], false), true)).toBe(false);
  expect(await decide(editor, false)).toBe(true);
  expect(await decide(editor, true)).toBe(false);
  const mail = await accounts.db.outboxMail.findFirstOrThrow({
    where: { to: email, kind: 'affiliation-refused' },
  });
  expect(mail.subject).toContain('Vaduz');
  expect((await listAskedAffiliations()).some((one) => one.email === email)).toBe(false);
});

test('the history of an account tells what stood there and what stands there now', async () => {
  const known = { email: 'told@x.example', name: 'Old', locale: 'en' } as const;
  const accountId = 'officer005';
  await accounts.db.account.create({ data: { ...known, id: accountId, roles: ['officer'] } });
  await saveProfile({ accountId, name: 'New', locale: 'fr', now: start });
  // At the same time: none of them may take what another gave for what stood there before.
  const grant = (role: 'translator' | 'editor') =>
    grantRoles({ ...known, name: undefined, roles: [role], now: start });
  await Promise.all([grant('translator'), grant('editor')]);
  await setSuspended(administrator, { accountId, suspended: true, now: start });
  const events = await accounts.db.accountEvent.findMany({
    where: { accountId },
    select: { kind: true, before: true, after: true },
    orderBy: { id: 'asc' },
  });
  const [profile, first, second, suspended] = events;
  expect(profile).toEqual({
    kind: 'profile-changed',
    before: { name: 'Old', locale: 'en' },
    after: { name: 'New', locale: 'fr' },
  });
  expect(first).toMatchObject({ kind: 'roles-changed', before: { roles: ['officer'] } });
  expect(second?.before).toEqual(first?.after);
  expect(second?.after).toEqual({ roles: expect.arrayContaining(['officer', 'translator', 'editor']) });
  expect(suspended).toEqual({
    kind: 'suspended',
    before: { suspended: false },
    after: { suspended: true },
  });
  expect(events).toHaveLength(4);
});
