import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { WishOfGroup } from '#domain/mail-wishes';
import type { Locale } from '#i18n/locales';
import { drawId } from '#lib/draw-id';
import { sendDigests } from '#server/jobs/commands/send-digests';
import { queueMail } from '#server/mail/commands';
import { endMails, saveMailWishes } from '#server/mail/commands/save-wishes';
import { deliverMails } from '#server/mail/deliver';
import { care, type MailKind } from '#server/mail/kinds';
import { readMailWishes } from '#server/mail/queries/wishes';
import { openTransport } from '#server/mail/transport';
import { readUnsubscription } from '#server/mail/unsubscribe-token';
import { openAccountDatabase } from '#tests/support/account-database';
import { type MailServer, startMailServer } from '#tests/support/smtp';

const now = new Date('2026-11-25T08:00:00Z');
const morning = new Date('2026-11-26T05:30:00Z');
let own: Awaited<ReturnType<typeof openAccountDatabase>>;
let server: MailServer;

beforeAll(async () => {
  own = await openAccountDatabase();
  vi.stubEnv('SITE_URL', 'https://practices.example.org');
  vi.stubEnv('LOG_LEVEL', 'silent');
  server = await startMailServer();
});
afterAll(async () => {
  await server.stop();
  await own.end();
});
beforeEach(async () => {
  await own.db.outboxMail.deleteMany();
  await own.db.digestItem.deleteMany();
  server.received.length = 0;
});

type Person = { id: string; email: string; locale: Locale };

async function addPerson(wishes: Partial<WishOfGroup> = {}, locale: Locale = 'en'): Promise<Person> {
  const id = drawId();
  const person = { id, email: `${id}@catalogue.example`, locale };
  await own.db.account.create({ data: { ...person, roles: ['editor'] } });
  await saveMailWishes({ accountId: id, wishes, now }, own.db);
  return person;
}

const example = { id: 'abcdefghij', reference: 'IC-2026-0007', title: 'Café of languages', isAgain: false };

/** Word to an editor that something has arrived, or the receipt to its author, which nobody can do without. */
function tell({ id: accountId, email: to, locale }: Person, title = example.title, at = now) {
  const mail = { to, accountId, locale, data: { ...example, title }, now: at };
  return own.db.$transaction(async (tx) => {
    await queueMail(tx, { ...mail, kind: 'submission-arrived' });
    await queueMail(tx, { ...mail, kind: 'submission-receipt' });
  });
}

const kindsTo = async (to: string) =>
  (await own.db.outboxMail.findMany({ where: { to }, orderBy: { kind: 'asc' } })).map(({ kind }) => kind);

async function tokenOf(to: string, kind: MailKind): Promise<string> {
  const { text } = await own.db.outboxMail.findFirstOrThrow({ where: { to, kind } });
  return /\/unsubscribe\/([\w.-]+)\n/.exec(text)?.[1] ?? '';
}

test('who said nothing gets each; who wants none still gets what is needed', async () => {
  const [usual, quiet] = [await addPerson(), await addPerson({ arrivals: 'none' })];
  await tell(usual);
  await tell(quiet);
  expect(await kindsTo(usual.email)).toEqual(['submission-arrived', 'submission-receipt']);
  expect(await kindsTo(quiet.email)).toEqual(['submission-receipt']);
  expect(await own.db.digestItem.count()).toBe(0);
});

test('a wish is about its own group', async () => {
  const person = await addPerson({ arrivals: 'none' });
  const { id: accountId, email: to, locale } = person;
  const data = { ...example, words: 'Once more' };
  await own.db.$transaction((tx) =>
    queueMail(tx, { to, accountId, locale, kind: 'submission-appealed', data, now }),
  );
  expect(await kindsTo(to)).toEqual(['submission-appealed']);
});

test('what people can live without says whose wish decides, or is not written', async () => {
  const mail = { to: 'x@y.example', locale: 'en', kind: 'submission-arrived', data: example, now } as const;
  await expect(own.db.$transaction((tx) => queueMail(tx, mail))).rejects.toThrow('submission-arrived');
});

test('once a day is one mail with all of it, in the person’s language, and then nothing is left', async () => {
  const person = await addPerson({ arrivals: 'daily' }, 'fr');
  await tell(person, 'Premier\nBcc: x');
  await tell(person, 'Second');
  await tell(person, 'Too late', new Date('2026-11-26T05:31:00Z'));
  expect(await kindsTo(person.email)).toEqual(Array(3).fill('submission-receipt'));
  expect(await sendDigests(morning, own.db)).toBe(1);
  const digest = await own.db.outboxMail.findFirstOrThrow({ where: { kind: 'digest' } });
  expect(digest).toMatchObject({ to: person.email, locale: 'fr', subject: '2 nouvelles du catalogue' });
  expect(digest.text).toMatch(/Premier Bcc: x[\s\S]*Second/);
  expect(digest.text).not.toContain('Too late');
  expect(digest.text).toContain('https://practices.example.org/fr/submissions/abcdefghij/preview');
  expect(await sendDigests(morning, own.db), 'nothing to tell: no mail').toBe(0);
  expect(await own.db.digestItem.count()).toBe(1);
});

test('eight at once write one daily mail for each', async () => {
  const people = await Promise.all([1, 2, 3].map(() => addPerson({ arrivals: 'daily' })));
  for (const person of people) for (const title of ['One', 'Two', 'Three']) await tell(person, title);
  await own.db.outboxMail.deleteMany();
  const written = await Promise.all(Array.from({ length: 8 }, () => sendDigests(morning, own.db)));
  expect(written.reduce((sum, count) => sum + count)).toBe(3);
  const mails = await own.db.outboxMail.findMany();
  expect(mails.map(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort());
  for (const { text } of mails) for (const title of ['One', 'Two', 'Three']) expect(text).toContain(title);
  expect(await own.db.digestItem.count()).toBe(0);
});

test('what was kept for the day is not told to who has changed their mind, or was suspended', async () => {
  const [changed, suspended] = [
    await addPerson({ arrivals: 'daily' }),
    await addPerson({ arrivals: 'daily' }),
  ];
  for (const person of [changed, suspended]) await tell(person);
  await saveMailWishes({ accountId: changed.id, wishes: { arrivals: 'none' }, now }, own.db);
  await own.db.account.update({ where: { id: suspended.id }, data: { suspendedAt: now } });
  expect(await sendDigests(morning, own.db)).toBe(0);
  expect(await own.db.digestItem.count()).toBe(0);
});

test('the link of a mail ends its group, and no other; twice is once', async () => {
  const person = await addPerson({ answers: 'daily' });
  await tell(person);
  const found = await readUnsubscription(await tokenOf(person.email, 'submission-arrived'));
  expect(found).toEqual({ accountId: person.id, ends: 'arrivals' });
  if (!found) return;
  for (const at of [now, now]) expect(await endMails({ ...found, now: at }, own.db)).toBe(true);
  expect(await readMailWishes(person.id, own.db)).toEqual({
    arrivals: 'none',
    answers: 'daily',
    versions: 'each',
  });
  const events = await own.db.accountEvent.findMany({
    where: { accountId: person.id, kind: 'mail-wishes-changed' },
    orderBy: { id: 'asc' },
  });
  expect(events.map(({ before, after, data }) => ({ before, after, data }))).toEqual([
    { before: { answers: 'each' }, after: { answers: 'daily' }, data: { by: 'account' } },
    { before: { arrivals: 'each' }, after: { arrivals: 'none' }, data: { by: 'link' } },
  ]);
});

test('the link of the daily mail ends what comes in it', async () => {
  const person = await addPerson({ arrivals: 'daily', versions: 'daily' });
  await tell(person);
  await sendDigests(morning, own.db);
  const found = await readUnsubscription(await tokenOf(person.email, 'digest'));
  expect(found).toEqual({ accountId: person.id, ends: 'digest' });
  if (found) await endMails({ ...found, now }, own.db);
  expect(await readMailWishes(person.id, own.db)).toEqual({
    arrivals: 'none',
    answers: 'each',
    versions: 'none',
  });
});

test('a token that was not made here, or was changed, says nothing', async () => {
  const person = await addPerson();
  await tell(person);
  const token = await tokenOf(person.email, 'submission-arrived');
  expect(await readUnsubscription(token)).not.toBeNull();
  const other = await addPerson();
  for (const changed of [
    token.replace('arrivals', 'answers'),
    token.replace(person.id, other.id),
    token.slice(0, -4),
    `${token}.x`,
    token.replace(/\.[^.]+$/, '.'),
    token.split('.').slice(0, 2).join('.'),
    '',
  ])
    expect(await readUnsubscription(changed), changed).toBeNull();
});

test('a mail server sees how to end it, and only for what can be ended', async () => {
  const person = await addPerson();
  await tell(person);
  const token = await tokenOf(person.email, 'submission-arrived');
  const from = 'Catalogue <post@practices.example>';
  await own.db.$executeRaw`update outbox_mail set next_try_at = now(), created_at = now()`;
  await deliverMails({
    transport: openTransport({ smtpUrl: server.url, from, dataFolder: '' }),
    signal: new AbortController().signal,
  });
  const heads = server.received.map(({ raw }) =>
    raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n\s+/g, ' '),
  );
  expect(heads).toHaveLength(2);
  const ended = heads.filter((head) => /^List-Unsubscribe/m.test(head));
  expect(ended).toHaveLength(1);
  expect(ended[0]).toMatch(
    new RegExp(`^List-Unsubscribe: <https://practices\\.example\\.org/en/unsubscribe/${token}/now>$`, 'm'),
  );
  expect(ended[0]).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
});

test('codes, invitations, decisions, receipts and confirmations cannot be ended', () => {
  const optional = Object.entries(care).flatMap(([kind, { optional }]) => (optional ? [kind] : []));
  expect(optional.sort()).toEqual([
    'adoption-stated',
    'digest',
    'opinion-given',
    'revision-published',
    'submission-appealed',
    'submission-arrived',
    'submission-taken-back',
    'translation-offered',
    'translation-outdated',
  ]);
});
