import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parkForm } from '#server/forms/commands';
import { readParkedForm } from '#server/forms/queries';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';

const now = new Date('2026-11-25T12:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const path = '/en/submissions/abc/story';
let own: TestDatabase;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
});

afterAll(() => own.drop());

const values = new Map([
  ['title', ['Café']],
  ['cities', ['lisbon', 'turin']],
  ['__proto__', ['x']],
]);

test('comes back as it was typed, in its order, with what is to be corrected', async () => {
  const token = await parkForm({ path, values, errors: { title: 'Write a title' }, now });
  const read = await readParkedForm(token, path, after(14));
  expect(read && [...read.values]).toEqual([...values]);
  expect(read?.errors).toEqual({ title: 'Write a title' });
});

test('is there for its own page alone, for fifteen minutes, under its own token', async () => {
  const token = await parkForm({ path, values, now });
  expect(await readParkedForm(token, '/en/sign-in', now)).toBeNull();
  expect(await readParkedForm(`${token}x`, path, now)).toBeNull();
  expect(await readParkedForm('', path, now)).toBeNull();
  expect(await readParkedForm('\0', path, now)).toBeNull();
  expect(await readParkedForm(token, path, after(15))).toBeNull();
});

test('waits a day for a sign-in', async () => {
  const token = await parkForm({ path, values, waitsFor: 'sign-in', now });
  expect(await readParkedForm(token, path, after(24 * 60 - 1))).not.toBeNull();
  expect(await readParkedForm(token, path, after(24 * 60))).toBeNull();
});

test('is stored without what PostgreSQL cannot hold', async () => {
  const token = await parkForm({ path, values: new Map([['a\0', ['x\0y\ud800']]]), now });
  expect([...((await readParkedForm(token, path, now))?.values ?? [])]).toEqual([['a', ['xy']]]);
});

test('its token is nowhere in the database', async () => {
  const token = await parkForm({ path, values, now });
  const rows = await own.db.parkedForm.findMany();
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(rows.every(({ tokenHash }) => tokenHash.byteLength === 32)).toBe(true);
});
