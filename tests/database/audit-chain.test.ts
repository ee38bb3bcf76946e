import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ChainHead, headText } from '#domain/audit-chain';
import { type Verified, verifyEvents, verifyEventsIn } from '#server/audit/queries';
import { readAuditHead } from '#server/jobs/queries/audit-head';
import { connectDatabase, type Database, type Transaction } from '#server/platform/db';
import { randomFrom } from '#tests/bench/random';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { tamperings, type WrittenLink } from '#tests/support/tamperings';

const now = new Date('2026-11-25T12:00:00.123Z');
const seed = 20_261_125;
let own: TestDatabase;
/** Twenty connections: all that write at once are to wait for the head and not for each other's turn. */
let db: Database;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  db = connectDatabase(own.url, 20);
  const facts = { country: 'IE', originalLanguage: 'en', provenance: 'city' as const };
  await db.practice.create({ data: { id: 'practice01', ...facts } });
  await db.submission.create({ data: { id: 'submissio1' } });
});

afterAll(async () => {
  await db.$disconnect();
  await own.drop();
});

type Write = (tx: Transaction, n: number) => Promise<unknown>;
const event = (n: number) => ({ actor: `person${n}`, kind: 'tried', at: new Date(now.getTime() + n) });
const writes: Record<'practice' | 'submission' | 'account', Write> = {
  practice: (tx, n) =>
    tx.practiceEvent.create({
      data: { ...event(n), practiceId: 'practice01', data: { n, z: 1, aa: [1.5, 1e30] } },
    }),
  submission: (tx, n) =>
    tx.submissionEvent.create({
      data: {
        ...event(n),
        submissionId: 'submissio1',
        before: { state: 'draft' },
        after: { state: `s${n}` },
      },
    }),
  account: (tx, n) =>
    tx.accountEvent.create({
      data: { ...event(n), accountId: 'person0001', data: { n, text: '"é\\\u0001\n🧵' } },
    }),
};

const sound = async (written?: ChainHead): Promise<ChainHead> => {
  const verified = await verifyEvents(written, db);
  if (!verified.ok) throw new Error(verified.broken.sentence);
  return verified.head;
};

test('grows without gaps and without deadlocks while many write in any order', async () => {
  const { position } = await sound();
  const together = Array.from({ length: 20 }, (_, n) =>
    db.$transaction(
      async (tx) => {
        const order = [writes.practice, writes.submission, writes.account];
        for (const write of n % 2 === 0 ? order : order.reverse()) await write(tx, n);
      },
      { maxWait: 10_000, timeout: 15_000 },
    ),
  );
  await Promise.all(together);
  expect((await sound()).position).toBe(position + 60n);
});

test('holds nothing of what was undone', async () => {
  const before = await sound();
  await expect(
    db.$transaction(async (tx) => {
      await writes.account(tx, 100);
      await tx.$executeRaw`set constraints all immediate`;
      await writes.practice(tx, 101);
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  expect(await sound()).toEqual(before);
  expect(await readAuditHead()).toBe(headText(before));
});

test('says the same whatever the time zone and whatever is written', async () => {
  const client = new pg.Client({ connectionString: own.url });
  await client.connect();
  await client.query(`set timezone = 'Asia/Kathmandu'; set datestyle = 'German'; set extra_float_digits = 0`);
  await client.query(`
    insert into account_event (account_id, at, actor, kind, data, before, after) values
      ('a', '1969-12-31 23:59:59.999+00', '', E'\\b\\f\\t\\x7f\\u2028', 'null', '[]', '"x"'),
      ('a', 'infinity', 'a', 'b', null, '1.500', '1e400'), ('a', '-infinity', 'a', 'b', '{"b": 1, "a": {"": null}}', null, null)`);
  await client.end();
  await sound();
});

test('finds a hundred tamperings of someone who may do anything', async () => {
  const head = await sound();
  const links = await db.$queryRaw<WrittenLink[]>`
    select position::int, source, event_id::int as event, encode(hash, 'hex') as hash from audit_link order by position`;
  const random = randomFrom(seed);
  const missed: unknown[] = [];
  for (let i = 0; i < 100; i += 1) {
    const { what, sql, found } = tamperings[i % tamperings.length]?.(links, random) ?? { what: '', sql: [] };
    const verified = await undone(async (tx) => {
      await tx.$executeRawUnsafe('set local session_replication_role = replica');
      for (const statement of sql) await tx.$executeRawUnsafe(statement);
      return verifyEventsIn(tx);
    });
    const got = verified.ok ? null : verified.broken;
    const isFound =
      got &&
      found &&
      `${got.position} ${got.eventId}` === `${found.position} ${found.event}` &&
      got.sentence.includes(found.sentence);
    if (!isFound) missed.push({ i, what, sql, found, got });
  }
  expect(missed).toEqual([]);
  expect(await sound()).toEqual(head);
}, 60_000);

/** What a transaction returns that leaves nothing behind. */
async function undone(work: (tx: Transaction) => Promise<Verified>): Promise<Verified> {
  let result: Verified | undefined;
  const stop = new Error('undone');
  await db
    .$transaction(async (tx) => {
      result = await work(tx);
      throw stop;
    })
    .catch((error: unknown) => {
      if (error !== stop) throw error;
    });
  if (!result) throw new Error('Nothing was verified.');
  return result;
}

test('begins with the events that were there, and a head that was written down tells a chain that was written anew', async () => {
  const written = await sound();
  const migration = await readFile('prisma/migrations/20261125160000_chain_events/migration.sql', 'utf8');
  const client = new pg.Client({ connectionString: own.url });
  await client.connect();
  try {
    await client.query(`
      drop table audit_link, audit_head;
      drop function link_event cascade; drop function move_head cascade; drop function event_text cascade;
      ${migration}`);
  } finally {
    await client.end();
  }
  const anew = await sound();
  expect(anew.position).toBe(written.position);
  const ends = await db.$queryRaw<{ at: string }[]>`
    select e.at::text as at from audit_link l join account_event e on l.source = 'account' and e.id = l.event_id
    where l.position in (1, ${anew.position}) order by l.position`;
  expect(ends).toEqual([{ at: '-infinity' }, { at: 'infinity' }]);
  expect(await verifyEvents(written, db)).toMatchObject({
    ok: false,
    broken: { position: written.position, sentence: expect.stringContaining('it was written anew') },
  });
  await db.$transaction((tx) => writes.practice(tx, 200));
  expect((await sound(anew)).position).toBe(anew.position + 1n);
  const beyond = { position: anew.position + 2n, hash: anew.hash };
  expect(await verifyEvents(beyond, db)).toMatchObject({ ok: false, broken: { position: beyond.position } });
});

test('is told by a command', async () => {
  const { position, hash } = await sound();
  const run = promisify(execFile);
  const args = ['--conditions=react-server', 'scripts/audit-verify.ts'];
  const { stdout } = await run(process.execPath, [...args, '--head', `${position}:${hash}`]);
  expect(stdout).toContain(`${position} events verified, head ${position}:${hash}, in `);
  await expect(
    run(process.execPath, [...args, '--head', `${position}:${'0'.repeat(64)}`]),
  ).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`First at position ${position}, practice event`),
  });
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRaw`update submission_event set actor = 'nobody' where id = 7`;
  });
  await expect(run(process.execPath, args)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^The history is not whole\. First at position \d+, submission event 7: /),
  });
});
