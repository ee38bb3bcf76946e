import { afterAll, beforeAll, expect, test } from 'vitest';
import { askCode, askCodeAgain } from '#server/accounts/commands/ask-code';
import { checkCode } from '#server/accounts/commands/check-code';
import { purgeAccounts } from '#server/accounts/commands/purge';
import { codeIn, openAccountDatabase } from '#tests/support/account-database';

let accounts: Awaited<ReturnType<typeof openAccountDatabase>>;
const start = new Date('2026-11-25T08:00:00Z');
let people = 0;

beforeAll(async () => {
  accounts = await openAccountDatabase();
});
afterAll(() => accounts.end());

/** An officer of their own for each test, and a network of their own. */
async function officer(data: { suspendedAt?: Date } = {}) {
  people += 1;
  const email = `officer${people}@cork.example`;
  const id = `officer${String(people).padStart(3, '0')}`;
  await accounts.db.account.create({ data: { id, email, locale: 'fr', roles: ['officer'], ...data } });
  return { id, email, network: `192.0.${people}.0/24` };
}

const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

async function ask(who: { email: string; network: string }, now = start) {
  const asked = await askCode({ ...who, locale: 'en', now });
  if (!asked.ok) throw new Error(asked.reason);
  return asked.request;
}

const check = (request: string, typed: string, network: string, now = start) =>
  checkCode({ request, typed, locale: 'en', network, device: 'Firefox, Linux', now });

/** A code that is wrong whatever the right one is. */
const wrong = (code: string | null) => (code === '000000' ? '000001' : '000000');

test('a right code signs in once, in the language of the account', async () => {
  const who = await officer();
  const request = await ask(who);
  const code = await codeIn(accounts, who.email);
  const mail = await accounts.db.outboxMail.findFirstOrThrow({ where: { to: who.email } });
  expect(mail.locale).toBe('fr');
  const first = await check(request, code ?? '', who.network);
  expect(first).toMatchObject({ ok: true, next: 'done', session: { seconds: 30 * 86_400 } });
  expect(await check(request, code ?? '', who.network)).toEqual({ ok: false, reason: 'ended' });
  const session = await accounts.db.session.findFirstOrThrow({ where: { accountId: who.id } });
  expect(session.device).toBe('Firefox, Linux');
  if (first.ok) expect(Buffer.from(session.tokenHash).toString()).not.toContain(first.session.token);
});

test('the same right code sent by many at once signs in one of them', async () => {
  const who = await officer();
  const request = await ask(who);
  const code = (await codeIn(accounts, who.email)) ?? '';
  const answers = await Promise.all(Array.from({ length: 8 }, () => check(request, code, who.network)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('200 wrong codes at once are looked at five times at most, and then the right one is of no use', async () => {
  const who = await officer();
  const request = await ask(who);
  const code = await codeIn(accounts, who.email);
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => check(request, wrong(code), who.network)),
  );
  const reasons = answers.map((answer) => (answer.ok ? 'ok' : answer.reason));
  expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(5);
  expect(reasons.filter((reason) => reason === 'ended')).toHaveLength(195);
  expect(await check(request, code ?? '', who.network)).toEqual({ ok: false, reason: 'ended' });
  expect((await accounts.db.signInCode.findUniqueOrThrow({ where: { id: request } })).tries).toBe(5);
});

test('four wrong codes leave the fifth try, and what can be no code is no try', async () => {
  const who = await officer();
  const request = await ask(who);
  const code = (await codeIn(accounts, who.email)) ?? '';
  for (let i = 0; i < 4; i += 1)
    expect(await check(request, wrong(code), who.network)).toEqual({ ok: false, reason: 'wrong' });
  for (const typed of ['', '12345', 'abcdef'])
    expect(await check(request, typed, who.network)).toEqual({ ok: false, reason: 'no-code' });
  expect(await check(request, code, who.network)).toMatchObject({ ok: true });
});

test('a code works for ten minutes', async () => {
  const who = await officer();
  const request = await ask(who);
  const code = (await codeIn(accounts, who.email)) ?? '';
  expect(await check(request, code, who.network, later(10))).toEqual({ ok: false, reason: 'ended' });
  const again = await askCodeAgain({ earlier: request, locale: 'en', network: who.network, now: later(11) });
  if (!again.ok) throw new Error(again.reason);
  const second = (await codeIn(accounts, who.email)) ?? '';
  expect(await check(again.request, second, who.network, later(20.9))).toMatchObject({ ok: true });
});

test('a new code ends the one before it', async () => {
  const who = await officer();
  const first = await ask(who);
  const code = (await codeIn(accounts, who.email)) ?? '';
  const second = await ask(who, later(1));
  expect(await check(first, code, who.network, later(1))).toEqual({ ok: false, reason: 'ended' });
  const newer = (await codeIn(accounts, who.email)) ?? '';
  expect(await check(second, newer, who.network, later(2))).toMatchObject({ ok: true });
});

test('of codes asked for at once one is left', async () => {
  const who = await officer();
  await Promise.all([1, 2, 3, 4, 5].map(() => ask(who)));
  const left = { email: who.email, expiresAt: { gt: start } };
  expect(await accounts.db.signInCode.count({ where: left })).toBe(1);
});

test('a code is right only for the request it was drawn for', async () => {
  const [one, two] = [await officer(), await officer()];
  await ask(one);
  const request = await ask(two);
  const foreign = (await codeIn(accounts, one.email)) ?? '';
  expect(await check(request, foreign, two.network)).toMatchObject({ ok: false });
});

test('an unknown address leaves the same traces, and a mail that is never sent', async () => {
  const known = await officer();
  const unknown = { email: 'nobody@cork.example', network: '198.51.100.0/24' };
  const [request, other] = [await ask(known), await ask(unknown)];
  expect(other).toHaveLength(request.length);
  const row = (id: string) => accounts.db.signInCode.findUniqueOrThrow({ where: { id } });
  const shape = async (id: string) =>
    Object.entries(await row(id)).map(([name, value]) => `${name} ${value === null}`);
  expect(await shape(other)).toEqual(await shape(request));
  const mail = await accounts.db.outboxMail.findFirstOrThrow({ where: { to: unknown.email } });
  expect(mail.state).toBe('discarded');
  expect(await check(other, '123456', unknown.network)).toEqual({ ok: false, reason: 'wrong' });
  expect(await accounts.db.account.count({ where: { email: unknown.email } })).toBe(0);
});

test('even the right code of an unknown address signs nobody in', async () => {
  const unknown = { email: 'nobody2@cork.example', network: '198.51.101.0/24' };
  const request = await ask(unknown);
  const { text } = await accounts.db.outboxMail.findFirstOrThrow({ where: { to: unknown.email } });
  const code = /^ {4}(\d{6})$/m.exec(text)?.[1] ?? '';
  expect(await check(request, code, unknown.network)).toEqual({ ok: false, reason: 'wrong' });
});

test('who is suspended gets no code, and cannot use one they have', async () => {
  const who = await officer();
  const request = await ask(who);
  const code = (await codeIn(accounts, who.email)) ?? '';
  await accounts.db.account.update({ where: { id: who.id }, data: { suspendedAt: start } });
  expect(await check(request, code, who.network)).toEqual({ ok: false, reason: 'wrong' });
  await ask(who, later(1));
  const mails = await accounts.db.outboxMail.findMany({
    where: { to: who.email },
    orderBy: { createdAt: 'asc' },
  });
  expect(mails.map(({ state }) => state)).toEqual(['waiting', 'discarded']);
});

test('who asks again and again is led to the code they have', async () => {
  const who = await officer();
  const requests: string[] = [];
  for (let i = 0; i < 7; i += 1) requests.push(await ask(who, later(i / 10)));
  expect(new Set(requests).size).toBe(5);
  expect(requests[6]).toBe(requests[4]);
  const code = (await codeIn(accounts, who.email)) ?? '';
  expect(await check(requests[6] ?? '', code, who.network, later(2))).toMatchObject({ ok: true });
});

test('someone elsewhere who asks for an address too often does not end the code of its owner', async () => {
  const who = await officer();
  for (let i = 0; i < 25; i += 1) await ask({ ...who, network: `10.0.${i}.0/24` }, later(i));
  const mails = await accounts.db.outboxMail.groupBy({
    by: ['state'],
    where: { to: who.email },
    _count: true,
  });
  expect(mails.find(({ state }) => state === 'waiting')?._count).toBe(20);
});

test('a network that asks for many addresses is stopped, in the same way for all', async () => {
  const who = await officer();
  const asks = Array.from({ length: 120 }, (_, i) =>
    askCode({ email: `spray${i}@x.example`, locale: 'en', network: '203.0.113.0/24', now: start }),
  );
  const answers = await Promise.all(asks);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(100);
  const refused = await askCode({ ...who, network: '203.0.113.0/24', locale: 'en', now: start });
  expect(refused).toEqual({ ok: false, reason: 'too-many' });
  expect(await askCode({ ...who, network: '203.0.113.0/24', locale: 'en', now: later(60) })).toMatchObject({
    ok: true,
  });
});

test('what has ended is deleted after a while', async () => {
  const days = (count: number) => new Date(start.getTime() + count * 86_400_000);
  const who = await officer();
  await ask(who);
  await purgeAccounts(days(1));
  expect(await accounts.db.signInCode.count({ where: { email: who.email } })).toBe(1);
  await purgeAccounts(days(40));
  expect(await accounts.db.signInCode.count()).toBe(0);
  expect(await accounts.db.rateCount.count()).toBe(0);
  expect(await accounts.db.session.count()).toBe(0);
});
