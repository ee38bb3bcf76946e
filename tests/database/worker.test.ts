import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { queueMail } from '#server/mail/commands';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { type MailServer, startMailServer } from '#tests/support/smtp';

const KILLS = 4;
let own: TestDatabase;
let server: MailServer;
const started: ChildProcess[] = [];

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  server = await startMailServer({ pauseMs: 40 });
});

afterAll(async () => {
  // What a failed test has left running.
  for (const worker of started) worker.kill('SIGKILL');
  await server.stop();
  await own.drop();
});

/** The worker as it is run, once it says that it is ready. */
async function startWorker(linkChecks: 'on' | 'off' = 'off'): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--conditions=react-server', 'scripts/work.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: own.url,
      SMTP_URL: server.url,
      MAIL_FROM: 'post@practices.example',
      LINK_CHECKS: linkChecks,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('ready')) break;
  }
  return child;
}

const unsent = () => own.db.outboxMail.count({ where: { state: { in: ['waiting', 'sending'] } } });
const idsReceived = () => server.received.map(({ messageId }) => messageId.split('@')[0] ?? '');

/** Kills the worker and says which mail was taken by the server without the worker having noted it. */
async function kill(worker: ChildProcess): Promise<string[]> {
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  // The server may still be reading what the worker had written.
  await setTimeout(150);
  const sending = await own.db.outboxMail.findMany({ where: { state: 'sending' }, select: { id: true } });
  await own.db.$executeRaw`update outbox_mail set next_try_at = now() where state = 'sending'`;
  return sending.map(({ id }) => id).filter((id) => idsReceived().includes(id));
}

test('killed again and again, it loses no mail, and doubles only what it could not note', async () => {
  const now = new Date();
  const data = { code: '123456', minutes: 10 };
  for (let i = 0; i < 30; i += 1) {
    await own.db.$transaction((tx) =>
      queueMail(tx, { to: `person-${i}@city.example`, locale: 'en', kind: 'sign-in-code', data, now }),
    );
  }
  const unnoted: string[] = [];
  let killed = 0;
  while (killed < KILLS && (await unsent()) > 0) {
    const worker = await startWorker();
    await setTimeout(Math.random() * 250);
    unnoted.push(...(await kill(worker)));
    killed += 1;
  }
  const worker = await startWorker();
  await vi.waitFor(async () => expect(await unsent()).toBe(0), { timeout: 30_000, interval: 100 });
  worker.kill('SIGTERM');
  const [code] = await once(worker, 'exit');
  expect(code, 'asked to end, it ends well').toBe(0);
  const counts = new Map<string, number>();
  for (const id of idsReceived()) counts.set(id, (counts.get(id) ?? 0) + 1);
  expect(counts.size, 'none is lost').toBe(30);
  const doubled = [...counts].filter(([, count]) => count > 1).map(([id]) => id);
  expect(doubled.sort(), 'only a mail that was taken in the moment of a kill comes twice').toEqual(
    unnoted.sort(),
  );
  expect(killed).toBeGreaterThan(1);
}, 90_000);

test('mails go out with their commit, not at the next look into the outbox', async () => {
  const worker = await startWorker();
  server.received.length = 0;
  const data = { code: '123456', minutes: 10 };
  // Each in a quarter of the minute between two looks; on a machine with nothing else to do it takes no second.
  for (const count of [1, 2, 3]) {
    const mail = {
      to: `quick-${count}@city.example`,
      locale: 'en',
      kind: 'sign-in-code',
      data,
      now: new Date(),
    } as const;
    await own.db.$transaction((tx) => queueMail(tx, mail));
    await vi.waitFor(() => expect(server.received).toHaveLength(count), { timeout: 15_000, interval: 50 });
  }
  worker.kill('SIGTERM');
  await once(worker, 'exit');
}, 90_000);

test('links are looked at when it is time, and what lies inside this network is not asked', async () => {
  await own.db.practice.create({
    data: {
      ...{ id: 'aaaaaaaaa1', status: 'published', country: 'IT', originalLanguage: 'en', provenance: 'city' },
      canonicalUrl: 'http://127.0.0.1:1/',
      texts: { create: { language: 'en', title: 'A practice' } },
      slugs: { create: { slug: 'a-practice' } },
    },
  });
  const timetable = new PgBoss({ connectionString: own.url, max: 1 });
  await timetable.start();
  await timetable.send('check-links', {});
  await timetable.stop();
  const worker = await startWorker('on');
  await vi.waitFor(
    async () =>
      expect(await own.db.linkCheck.findMany()).toMatchObject([{ problem: 'private', failures: 1 }]),
    { timeout: 60_000, interval: 200 },
  );
  worker.kill('SIGTERM');
  await once(worker, 'exit');
}, 90_000);
