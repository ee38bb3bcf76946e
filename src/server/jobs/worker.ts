import 'server-only';
import { PgBoss } from 'pg-boss';
import { shareNext } from '#lib/share-next';
import { askConfirmations } from '#server/jobs/commands/ask-confirmations';
import { purge } from '#server/jobs/commands/purge';
import { sendDigests } from '#server/jobs/commands/send-digests';
import { readAuditHead } from '#server/jobs/queries/audit-head';
import { listenForMail } from '#server/jobs/wake-up';
import { deliverMails } from '#server/mail/deliver';
import { openTransport } from '#server/mail/transport';
import { env } from '#server/platform/env';
import { log } from '#server/platform/log';
import { publishDue } from '#server/practices/commands/publish-due';

type Job = { times: string; work: () => Promise<unknown> };

/** What is done from time to time, by one instance each time, in UTC. Mails are sent besides, and whenever one is queued. */
const timetable: Readonly<Record<string, Job>> = {
  purge: {
    times: '23 * * * *',
    work: async () => log().info(await purge(new Date()), 'what has served was deleted'),
  },
  // A log is kept elsewhere: whoever can write the whole chain anew cannot change this.
  'audit-head': {
    times: '7 3 * * *',
    work: async () => log().info({ head: await readAuditHead() }, 'the head of the chain of events'),
  },
  'ask-confirmations': {
    times: '7 6 * * *',
    work: async () =>
      log().info({ mails: await askConfirmations(new Date()) }, 'cities were asked to confirm'),
  },
  'send-digests': {
    times: '30 5 * * *',
    work: async () => log().info({ mails: await sendDigests(new Date()) }, 'daily mails were written'),
  },
  'publish-due': {
    times: '* * * * *',
    work: async () => {
      const done = await publishDue(new Date());
      if (done.published.length + done.stopped.length > 0) log().info(done, 'what was due was published');
    },
  },
};

/**
 * Before a mail that was just queued is sent: the answer that queued it has left by then, so that its time does not tell
 * whether one is sent at all.
 */
const pauseMs = 250;

/** Whom mails come from where they become files. */
const triedOut = 'Intercultural practices <no-reply@localhost>';

/**
 * Begins with the work that no request waits for: sends mails, and deletes what has served. Returns what ends it, after
 * the mail that is under way. Throws when the database cannot be reached: whoever started this process starts it again.
 */
export async function startWorker(): Promise<() => Promise<void>> {
  const { DATABASE_URL, SMTP_URL, MAIL_FROM, DATA_DIR } = env();
  const stopping = new AbortController();
  const transport = openTransport({ smtpUrl: SMTP_URL, from: MAIL_FROM ?? triedOut, dataFolder: DATA_DIR });
  const deliver = shareNext(() => deliverMails({ transport, signal: stopping.signal }));
  const boss = new PgBoss({ connectionString: DATABASE_URL, max: 2, application_name: 'worker' });
  boss.on('error', (error) => log().warn({ err: error }, 'the timetable could not be read'));
  await boss.start();
  const jobs = { 'deliver-mails': { times: '* * * * *', work: deliver }, ...timetable };
  for (const [name, { times, work }] of Object.entries(jobs)) {
    await boss.createQueue(name, {
      policy: 'short',
      retryLimit: 0,
      expireInSeconds: 900,
      deleteAfterSeconds: 86_400,
    });
    await boss.schedule(name, times);
    await boss.work(name, { pollingIntervalSeconds: 5 }, work);
  }
  const send = () =>
    deliver().catch((error: unknown) => log().warn({ err: error }, 'mails wait for the database'));
  const stopListening = listenForMail(DATABASE_URL, () => setTimeout(send, pauseMs * (1 + Math.random())));
  return async () => {
    stopping.abort();
    await stopListening();
    await boss.stop({ graceful: true, timeout: 20_000 });
    await deliver().catch(() => {});
  };
}
