import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startEmbeddedPostgres } from '#scripts/embedded-postgres';
import { startThrowawayPostgres, type ThrowawayPostgres } from '#scripts/throwaway-postgres';
import { askWatch, databaseAnswers } from '#server/platform/database-watch';
import { database } from '#server/platform/db';
import { isAway, outageMark } from '#server/platform/outage';
import { freezeServer } from '#tests/support/freeze';

let server: ThrowawayPostgres;

beforeAll(async () => {
  server = await startThrowawayPostgres();
  vi.stubEnv('DATABASE_URL', server.url());
  vi.stubEnv('LOG_LEVEL', 'silent');
});

afterAll(async () => {
  await database().$disconnect();
  await server.stop();
  vi.unstubAllEnvs();
});

const read = () => database().$queryRaw`select 1`;
const change = () => database().$transaction(async (tx) => tx.$queryRaw`select 1`);

/** How long something takes until it fails. */
async function untilFailure(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await expect(work()).rejects.toThrow();
  return performance.now() - began;
}

async function expectBackSoon(): Promise<void> {
  const began = performance.now();
  while (isAway()) {
    expect(performance.now() - began).toBeLessThan(5_000);
    await setTimeout(20);
  }
  await expect(read()).resolves.toHaveLength(1);
  await expect(change()).resolves.toHaveLength(1);
}

test('a statement that is refused is no outage, nor is one that takes its time', async () => {
  await expect(database().$queryRaw`select 1 / 0`).rejects.toThrow();
  await expect(database().$queryRaw`select pg_sleep(1.5)::text`).resolves.toHaveLength(1);
  expect(outageMark()).toBe(0);
});

test('a read under way when the database falls silent is given up within two seconds, those after it at once', async () => {
  await Promise.all([read(), read(), read()]);
  const slow = database().$queryRaw`select pg_sleep(3)::text`;
  const failed = untilFailure(() => slow);
  await setTimeout(100);
  const thaw = await freezeServer(server.folder);
  try {
    expect(await failed).toBeLessThan(2_500);
    expect(isAway()).toBe(true);
    for (const work of [read, change, () => askWatch({ text: 'select 1' })])
      expect(await untilFailure(work)).toBeLessThan(200);
    expect(await databaseAnswers()).toBe(false);
  } finally {
    thaw();
  }
  await expectBackSoon();
}, 30_000);

test('a database that is stopped is away at once, and back by itself', async () => {
  await (await startEmbeddedPostgres(server.folder, { throwaway: true })).stop();
  try {
    expect(await untilFailure(read)).toBeLessThan(2_000);
    expect(isAway()).toBe(true);
    expect(await untilFailure(change)).toBeLessThan(200);
  } finally {
    await startEmbeddedPostgres(server.folder, { throwaway: true });
  }
  await expectBackSoon();
}, 30_000);

test('connections that a restarted server has forgotten are no outage', async () => {
  const mark = outageMark();
  await Promise.all([read(), askWatch({ text: 'select 1' })]);
  await (await startEmbeddedPostgres(server.folder, { throwaway: true })).stop();
  await startEmbeddedPostgres(server.folder, { throwaway: true });
  await expect(askWatch({ text: 'select 1' })).resolves.toHaveLength(1);
  await expect(read()).resolves.toHaveLength(1);
  expect(outageMark()).toBe(mark);
}, 30_000);
