import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { findFreePort } from '#scripts/free-port';
import { queueMail } from '#server/mail/commands';
import { claimMail } from '#server/mail/commands/outbox';
import { deliverMails } from '#server/mail/deliver';
import { openTransport } from '#server/mail/transport';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { type MailServer, startMailServer } from '#tests/support/smtp';

const from = 'Catalogue <post@practices.example>';
const signal = new AbortController().signal;
let own: TestDatabase;
let server: MailServer;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  vi.stubEnv('LOG_LEVEL', 'silent');
  server = await startMailServer();
});

afterAll(async () => {
  await server.stop();
  await own.drop();
});

beforeEach(async () => {
  await own.db.outboxMail.deleteMany();
  server.received.length = 0;
  server.answers.length = 0;
});

function queue(
  to: string,
  { locale = 'en', discarded = false }: { locale?: 'en' | 'fr'; discarded?: boolean } = {},
) {
  const data = { code: '123456', minutes: 10 };
  return own.db.$transaction((tx) =>
    queueMail(tx, { to, locale, kind: 'sign-in-code', data, now: new Date(), discarded }),
  );
}

const deliver = (smtpUrl = server.url) =>
  deliverMails({ transport: openTransport({ smtpUrl, from, dataFolder: '' }), signal });
const rows = () => own.db.outboxMail.findMany({ orderBy: { createdAt: 'asc' } });
/** A moment ago: a column of milliseconds may round now up to what is still to come. */
const makeDue = () => own.db.$executeRaw`update outbox_mail set next_try_at = now() - interval '1 second'`;

test('a mail arrives in its language, text first, from a machine and to one person', async () => {
  await queue('ana@city.example', { locale: 'fr' });
  expect(await deliver()).toBe(1);
  const [mail] = server.received;
  const [row] = await rows();
  expect(mail?.to).toEqual(['ana@city.example']);
  expect(mail?.messageId).toBe(`${row?.id}@practices.example`);
  expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(mail?.raw).toMatch(/^Content-Language: fr\r$/m);
  expect(mail?.raw).toMatch(/^From: Catalogue <post@practices\.example>\r$/m);
  expect(mail?.raw).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/);
});

test('what opens a door is erased once it is sent', async () => {
  await queue('ana@city.example');
  expect((await rows())[0]?.text).toContain('123456');
  await deliver();
  expect((await rows())[0]).toMatchObject({ state: 'sent', text: '', html: '' });
});

test('for an address without an account nothing is sent', async () => {
  await queue('unknown@city.example', { discarded: true });
  expect(await deliver()).toBe(0);
  expect(server.received).toEqual([]);
});

test('an address that looks like several is one, and refused by the server', async () => {
  await queue('a@city.example,b@city.example');
  await deliver();
  expect(server.received.flatMap(({ to }) => to)).not.toContain('b@city.example');
});

test('"later" is taken at its word: a minute, then the same mail again', async () => {
  await queue('ana@city.example');
  server.answers.push({ code: 451, text: 'greylisted' });
  expect(await deliver()).toBe(0);
  const [waiting] = await rows();
  expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 });
  expect(waiting?.lastProblem).toContain('greylisted');
  expect(Math.abs((waiting?.nextTryAt.getTime() ?? 0) - Date.now() - 60_000)).toBeLessThan(5_000);
  expect(await deliver(), 'it is not due yet').toBe(0);
  await makeDue();
  expect(await deliver()).toBe(1);
  expect(server.received.map(({ messageId }) => messageId)).toEqual([`${waiting?.id}@practices.example`]);
});

test('"never" is taken at its word as well, and the others go on', async () => {
  await queue('gone@city.example');
  await queue('ana@city.example');
  server.answers.push({ code: 550, text: 'no such mailbox' });
  expect(await deliver()).toBe(1);
  expect((await rows()).map(({ state }) => state).sort()).toEqual(['failed', 'sent'].sort());
});

test('while the server is down one mail is tried, and all are sent when it is up', async () => {
  const port = await findFreePort();
  for (const name of ['a', 'b', 'c']) await queue(`${name}@city.example`);
  expect(await deliver(`smtp://127.0.0.1:${port}`)).toBe(0);
  expect((await rows()).map(({ attempts }) => attempts).sort()).toEqual([0, 0, 1]);
  const up = await startMailServer({ port });
  await makeDue();
  expect(await deliver(up.url)).toBe(3);
  expect(up.received.flatMap(({ to }) => to).sort()).toEqual([
    'a@city.example',
    'b@city.example',
    'c@city.example',
  ]);
  await up.stop();
});

test('a mail is given up after a day, and a code when it has expired', async () => {
  await queue('ana@city.example');
  await own.db.$executeRaw`update outbox_mail set created_at = now() - interval '11 minutes'`;
  expect(await deliver()).toBe(0);
  expect((await rows())[0]).toMatchObject({ state: 'failed', text: '' });
  await own.db
    .$executeRaw`update outbox_mail set state = 'waiting', kind = 'other', next_try_at = now() - interval '1 second', created_at = now() - interval '25 hours'`;
  server.answers.push({ code: 451, text: 'later' });
  expect(await deliver()).toBe(0);
  expect((await rows())[0]?.state).toBe('failed');
});

test('four at once send thirty mails once each', async () => {
  for (let i = 0; i < 30; i += 1) await queue(`person-${i}@city.example`);
  const sent = await Promise.all([deliver(), deliver(), deliver(), deliver()]);
  expect(sent.reduce((sum, count) => sum + count)).toBe(30);
  expect(new Set(server.received.flatMap(({ to }) => to)).size).toBe(30);
  expect(server.received).toHaveLength(30);
});

test('a mail that another process is sending is nobody else’s until its lease ends', async () => {
  await queue('ana@city.example');
  expect(await claimMail()).not.toBeNull();
  expect(await claimMail()).toBeNull();
  await makeDue();
  expect((await claimMail())?.attempts).toBe(2);
});

test('without a server it becomes a file, and the same file again', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'mail-'));
  const transport = openTransport({ smtpUrl: undefined, from, dataFolder });
  await queue('ana@city.example');
  await deliverMails({ transport, signal });
  await own.db.$executeRaw`update outbox_mail set state = 'waiting', text = 'again'`;
  await deliverMails({ transport, signal });
  const files = await readdir(join(dataFolder, 'mail'));
  expect(files).toEqual([`${(await rows())[0]?.id}.eml`]);
  expect(await readFile(join(dataFolder, 'mail', files[0] ?? ''), 'utf8')).toContain('To: ana@city.example');
  await rm(dataFolder, { recursive: true });
});
