import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type ChainLink, eventText, followChain, tellBroken, WrittenHead } from '#domain/audit-chain';

const zeros = '0'.repeat(64);
const digest = (hash: string, text: string) =>
  createHash('sha256').update(hash, 'hex').update(text).digest('hex');

test('a head that was written down is read, and anything else refused', () => {
  expect(WrittenHead.parse(`12:${zeros}`)).toEqual({ position: 12n, hash: zeros });
  for (const text of [
    '',
    '12',
    `-1:${zeros}`,
    `12:${zeros}0`,
    `12: ${zeros}`,
    `12:${zeros.replace('0', 'G')}`,
  ])
    expect(WrittenHead.safeParse(text).success).toBe(false);
});

test('a missing column and a JSON null differ', () => {
  expect(eventText(['a"b', null, 'null'])).toBe('["a\\"b", null, "null"]');
});

test('an empty chain is whole, unless it was longer once', () => {
  const head = { position: 0n, hash: zeros };
  expect(followChain({ digest, head }).end()).toBeNull();
  expect(followChain({ digest, head, written: head }).end()).toBeNull();
  expect(followChain({ digest, head, written: { position: 3n, hash: zeros } }).end()?.position).toBe(1n);
  expect(
    followChain({ digest, head, written: { position: 0n, hash: digest(zeros, '') } }).end(),
  ).not.toBeNull();
});

test('a link before the first is told with its event', () => {
  const link: ChainLink = {
    position: 0n,
    source: 'practice',
    eventId: 7n,
    text: 'x',
    hash: digest(zeros, 'x'),
  };
  const broken = followChain({ digest, head: link }).take(link);
  expect(broken && tellBroken(broken)).toBe(
    'The history is not whole. First at position 0, practice event 7: The chain begins at position 1, and this is before it.',
  );
});
