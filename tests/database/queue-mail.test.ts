import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { queueMail } from '#server/mail/commands';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';

const now = new Date('2026-11-25T12:00:00Z');
const mail = { locale: 'fr', kind: 'sign-in-code', data: { code: '123456', minutes: 10 }, now } as const;
let own: TestDatabase;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
});

afterAll(() => own.drop());

test('is written with what it announces, and wakes the worker with the commit', async () => {
  const listener = new pg.Client(own.url);
  await listener.connect();
  const heard: string[] = [];
  listener.on('notification', ({ channel }) => heard.push(channel));
  await listener.query('listen outbox_mail');
  await own.db.$transaction(async (tx) => {
    await queueMail(tx, { ...mail, to: 'ana@city.example' });
    expect(await own.db.outboxMail.count()).toBe(0);
    expect(heard).toEqual([]);
  });
  await vi.waitFor(() => expect(heard).toEqual(['outbox_mail']));
  await listener.end();
  const [row] = await own.db.outboxMail.findMany();
  expect(row).toMatchObject({
    to: 'ana@city.example',
    locale: 'fr',
    state: 'waiting',
    attempts: 0,
    nextTryAt: now,
  });
  expect(row?.text).toContain('123456');
});

test('is gone with what it announces', async () => {
  const failing = own.db.$transaction(async (tx) => {
    await queueMail(tx, { ...mail, to: 'never@city.example' });
    throw new Error('undone');
  });
  await expect(failing).rejects.toThrow('undone');
  expect(await own.db.outboxMail.count({ where: { to: 'never@city.example' } })).toBe(0);
});

test('to an address without an account it is written, never to be sent', async () => {
  await own.db.$transaction((tx) => queueMail(tx, { ...mail, to: 'unknown@city.example', discarded: true }));
  const [row] = await own.db.outboxMail.findMany({ where: { to: 'unknown@city.example' } });
  expect(row?.state).toBe('discarded');
});
