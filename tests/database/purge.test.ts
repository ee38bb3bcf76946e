import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { purge } from '#server/jobs/commands/purge';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';

const now = new Date('2026-11-25T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
let own: TestDatabase;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
});

afterAll(() => own.drop());

test('deletes what has served, and nothing that is still needed', async () => {
  const { db } = own;
  await db.account.create({
    data: { id: 'aaaaaaaaaa', email: 'ana@city.example', locale: 'en', roles: ['officer'] },
  });
  const mail = { to: 'a@b.example', locale: 'en', kind: 'other', subject: 's', text: 't', html: 'h' };
  for (const [id, state, age] of [
    ['sent-old', 'sent', 31],
    ['sent-new', 'sent', 29],
    ['failed-old', 'failed', 91],
    ['failed-new', 'failed', 40],
    ['discarded-old', 'discarded', 2],
    ['waiting-old', 'waiting', 400],
  ] as const)
    await db.outboxMail.create({ data: { ...mail, id, state, createdAt: ago(age) } });
  for (const [hash, expiresAt] of [
    ['over', ago(0.1)],
    ['open', ago(-0.1)],
  ] as const) {
    const tokenHash = new Uint8Array(Buffer.from(hash));
    await db.parkedForm.create({ data: { tokenHash, path: '/', values: [], expiresAt } });
    await db.session.create({ data: { tokenHash, id: hash, accountId: 'aaaaaaaaaa', expiresAt } });
  }
  await db.submission.create({ data: { id: 'ssssssssss' } });
  for (const [id, at, conflicts, settledAt] of [
    ['old', ago(91), undefined, undefined],
    ['new', ago(89), undefined, undefined],
    ['old-open', ago(91), { title: 'mine' }, undefined],
    ['old-settled', ago(91), { title: 'mine' }, ago(90)],
  ] as const) {
    const save = { submissionId: 'ssssssssss', version: 1, accountId: 'aaaaaaaaaa', base: 1, changed: {} };
    await db.submissionSave.create({ data: { ...save, id, at, conflicts, settledAt } });
  }
  expect(await purge(now)).toEqual({ parkedForms: 1, sentMails: 3, oldSaves: 2 });
  const left = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id).sort();
  expect(await left(db.outboxMail.findMany())).toEqual(['failed-new', 'sent-new', 'waiting-old']);
  expect(await left(db.session.findMany())).toEqual(['open']);
  expect(await left(db.submissionSave.findMany())).toEqual(['new', 'old-open']);
  expect(await db.parkedForm.count()).toBe(1);
  expect(await purge(now), 'the second time there is nothing left to do').toEqual({});
});
