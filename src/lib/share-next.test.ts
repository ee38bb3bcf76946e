import { expect, test } from 'vitest';
import { shareNext } from '#lib/share-next';

test('callers that come during a read share the next one, which starts after them', async () => {
  let value = 0;
  let reads = 0;
  const read = shareNext(async () => {
    reads += 1;
    const seen = value;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return seen;
  });
  const first = read();
  value = 1;
  const others = [read(), read(), read()];
  expect(await first).toBe(0);
  expect(await Promise.all(others)).toEqual([1, 1, 1]);
  expect(reads).toBe(2);
  value = 2;
  expect(await read()).toBe(2);
});

test('a read that fails fails for those who waited for it alone', async () => {
  const outcomes = [new Error('away'), 'here'];
  const read = shareNext(async () => {
    const outcome = outcomes.shift();
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });
  const answers = await Promise.allSettled([read(), read()]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

test('nobody is ever given what was read before they asked', async () => {
  let version = 0;
  const read = shareNext(async () => {
    const seen = version;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
    return seen;
  });
  const checks = Array.from({ length: 200 }, async (_, i) => {
    await new Promise((resolve) => setTimeout(resolve, i / 4));
    version += 1;
    const asked = version;
    expect(await read()).toBeGreaterThanOrEqual(asked);
  });
  await Promise.all(checks);
});
