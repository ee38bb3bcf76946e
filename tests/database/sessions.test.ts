import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { renewRecoveryCodes } from '#server/accounts/commands/recovery-codes';
import { giveSecondFactor } from '#server/accounts/commands/second-factor';
import {
  endSession,
  endSessions,
  type StartedSession,
  startSession,
} from '#server/accounts/commands/sessions';
import {
  beginSecondFactor,
  confirmSecondFactor,
  drawNewRecoveryCodes,
  removeSecondFactor,
} from '#server/accounts/commands/set-up-second-factor';
import { setSuspended } from '#server/accounts/commands/suspend';
import { listDevices, readNewTotpSecret } from '#server/accounts/queries/own-account';
import { readPerson } from '#server/accounts/queries/person';
import { totpCode, totpStep } from '#server/accounts/totp';
import { actor, openAccountDatabase } from '#tests/support/account-database';

let accounts: Awaited<ReturnType<typeof openAccountDatabase>>;
const start = new Date('2026-11-25T08:00:00Z');
const after = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
let id = '';
let people = 0;

beforeAll(async () => {
  accounts = await openAccountDatabase();
});
afterAll(() => accounts.end());
beforeEach(async () => {
  people += 1;
  id = `editor${String(people).padStart(4, '0')}`;
  const email = `${id}@city.example`;
  await accounts.db.account.create({ data: { id, email, locale: 'en', roles: ['editor'] } });
});

const begin = (roles: ('officer' | 'editor')[] = ['editor'], now = start): Promise<StartedSession> =>
  accounts.db.$transaction((tx) => startSession(tx, { account: { id, roles }, device: 'Test', now }));

async function sessionId(token: string, now = start): Promise<string> {
  return (await readPerson(token, now))?.sessionId ?? '';
}

/** A second factor that is set up; returns its secret, the recovery codes and the session. */
async function setUp() {
  const { token } = await begin();
  await beginSecondFactor(id);
  const secret = await readNewTotpSecret(id);
  if (!secret) throw new Error('no secret');
  const typed = totpCode(secret, totpStep(start));
  const confirmed = await confirmSecondFactor({
    accountId: id,
    sessionId: await sessionId(token),
    typed,
    now: start,
  });
  if (!confirmed.ok) throw new Error(confirmed.reason);
  return { secret, before: token, ...confirmed };
}

test('a session of an editor lasts three hours unused and twelve in any case, an officer’s longer', async () => {
  const editor = await begin();
  expect(editor.seconds).toBe(12 * 3_600);
  expect(await readPerson(editor.token, after(2.9))).not.toBeNull();
  expect(await readPerson(editor.token, after(5.8))).not.toBeNull();
  expect(await readPerson(editor.token, after(8.9))).toBeNull();
  await accounts.db.account.update({ where: { id }, data: { roles: ['officer'] } });
  const officer = await begin(['officer']);
  expect(await readPerson(officer.token, after(13 * 24))).not.toBeNull();
  expect(await readPerson(officer.token, after(30 * 24))).toBeNull();
});

test('a token that names no session is nobody', async () => {
  for (const token of ['', 'x', 'a'.repeat(43)]) expect(await readPerson(token, start)).toBeNull();
});

test('one session is ended, or all others; a stranger ends none', async () => {
  const tokens = [await begin(), await begin(), await begin()].map(({ token }) => token);
  const ids = await Promise.all(tokens.map((token) => sessionId(token)));
  expect(await endSessions({ accountId: 'stranger01', only: ids[0] ?? '', now: start })).toBe(0);
  expect(await endSessions({ accountId: id, only: ids[0] ?? '', now: start })).toBe(1);
  expect(await readPerson(tokens[0] ?? '', start)).toBeNull();
  expect(await endSessions({ accountId: id, allBut: ids[1] ?? '', now: start })).toBe(1);
  expect((await listDevices(id, ['editor'], start)).map((device) => device.id)).toEqual([ids[1]]);
  await endSession(tokens[1] ?? '', start);
  expect(await readPerson(tokens[1] ?? '', start)).toBeNull();
});

test('a suspended account is nobody at its next request, and only an administrator suspends', async () => {
  const { token } = await begin();
  const suspend = (who: ReturnType<typeof actor>, suspended: boolean) =>
    setSuspended(who, { accountId: id, suspended, now: start });
  expect(await suspend(actor('editor9999', ['editor']), true)).toBe(false);
  expect(await suspend(actor('admin00001', ['administrator'], false), true)).toBe(false);
  expect(await suspend(actor(id, ['administrator']), true)).toBe(false);
  expect(await readPerson(token, start)).not.toBeNull();
  expect(await suspend(actor('admin00001', ['administrator']), true)).toBe(true);
  expect(await readPerson(token, start)).toBeNull();
  expect(await suspend(actor('admin00001', ['administrator']), false)).toBe(true);
  expect(await readPerson(token, start)).toBeNull();
});

test('setting up a second factor gives the session a new token', async () => {
  const { before, session } = await setUp();
  expect(await readPerson(before, start)).toBeNull();
  const person = await readPerson(session.token, start);
  expect(person).toMatchObject({ hasTotp: true, actor: { hasSecondFactor: true } });
});

test('the secret lies encrypted, and is shown no more once it is in use', async () => {
  const { secret } = await setUp();
  const { totpSecret } = await accounts.db.account.findUniqueOrThrow({ where: { id } });
  expect(Buffer.from(totpSecret ?? []).includes(secret)).toBe(false);
  expect(await readNewTotpSecret(id)).toBeNull();
  await beginSecondFactor(id);
  const row = await accounts.db.account.findUniqueOrThrow({ where: { id } });
  expect(row.totpSecret).toEqual(totpSecret);
});

test('a code of the second factor is good once, for one of those who send it at once', async () => {
  const { secret } = await setUp();
  const { token } = await begin();
  const now = new Date(start.getTime() + 60_000);
  const typed = totpCode(secret, totpStep(now));
  const session = await sessionId(token, now);
  const give = () => giveSecondFactor({ accountId: id, sessionId: session, typed, now });
  const answers = await Promise.all([give(), give(), give()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  // The code that confirmed it, and any earlier one, is refused as well.
  const used = totpCode(secret, totpStep(start));
  expect(
    await giveSecondFactor({ accountId: id, sessionId: session, typed: used, now: start }),
  ).toMatchObject({
    ok: false,
  });
});

test('200 wrong codes of the second factor are looked at five times at most', async () => {
  const { token } = await begin();
  await beginSecondFactor(id);
  const session = await sessionId(token);
  const answers = await Promise.all(
    Array.from({ length: 200 }, () =>
      giveSecondFactor({ accountId: id, sessionId: session, typed: '000000', now: start }),
    ),
  );
  const reasons = answers.map((answer) => (answer.ok ? 'ok' : answer.reason));
  expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(5);
  expect(reasons.filter((reason) => reason === 'too-many')).toHaveLength(195);
});

test('a recovery code works once, in any grouping, and new ones end the old', async () => {
  const { codes } = await setUp();
  expect(codes).toHaveLength(10);
  const { token } = await begin();
  const give = async (typed: string, hours: number) =>
    giveSecondFactor({ accountId: id, sessionId: await currentSession(), typed, now: after(hours) });
  const currentSession = async () =>
    (await accounts.db.session.findFirstOrThrow({ where: { accountId: id, secondFactorAt: null } })).id;
  expect(token).not.toBe('');
  expect(await give((codes[0] ?? '').toUpperCase().replaceAll('-', ' '), 1)).toMatchObject({ ok: true });
  await begin();
  expect(await give(codes[0] ?? '', 1.2)).toEqual({ ok: false, reason: 'wrong' });
  await accounts.db.$transaction((tx) => renewRecoveryCodes(tx, id, start));
  expect(await give(codes[1] ?? '', 1.4)).toEqual({ ok: false, reason: 'wrong' });
});

test('nobody changes a second factor without having given it', async () => {
  await setUp();
  expect(await drawNewRecoveryCodes(actor(id, ['editor'], false), start)).toBeNull();
  expect(await removeSecondFactor(actor(id, ['editor'], false), start)).toBe(false);
  expect(await drawNewRecoveryCodes(actor(id, ['editor']), start)).toHaveLength(10);
  expect(await removeSecondFactor(actor(id, ['editor']), start)).toBe(true);
  expect(await accounts.db.recoveryCode.count({ where: { accountId: id } })).toBe(0);
});

test('a second factor that was removed and set up again is asked for again', async () => {
  const { session } = await setUp();
  await accounts.db.account.update({ where: { id }, data: { totpSince: after(1) } });
  expect(await readPerson(session.token, after(1))).toMatchObject({ actor: { hasSecondFactor: false } });
});
