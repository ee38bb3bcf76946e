import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeQueue } from '#lib/queue';

test('no more run than are allowed, all that fit are done in order, the rest are turned away', async () => {
  const enqueue = makeQueue({ running: 2, waiting: 3 });
  let active = 0;
  let most = 0;
  const begun: number[] = [];
  const work = (number: number) => async () => {
    begun.push(number);
    active += 1;
    most = Math.max(most, active);
    await setTimeout(5);
    active -= 1;
    if (number === 1) throw new Error('one that fails');
    return number;
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((number) => enqueue(work(number))));
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'threw'))).toEqual([
    { ok: true, value: 0 },
    'threw',
    { ok: true, value: 2 },
    { ok: true, value: 3 },
    { ok: true, value: 4 },
    { ok: false },
  ]);
  expect(await enqueue(async () => 'free again')).toEqual({ ok: true, value: 'free again' });
});

test('who is woken and who comes at that moment are not both let in', async () => {
  const enqueue = makeQueue({ running: 1, waiting: 10 });
  let active = 0;
  let most = 0;
  const work = async () => {
    active += 1;
    most = Math.max(most, active);
    await setTimeout(1);
    active -= 1;
  };
  await Promise.all(Array.from({ length: 5 }, () => enqueue(work).then(() => enqueue(work))));
  expect(most).toBe(1);
});
