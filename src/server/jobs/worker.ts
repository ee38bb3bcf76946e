import 'server-only';
import { PgBoss } from 'pg-boss';
import { shareNext } from '#lib/share-next';
import { askConfirmations } from '#server/jobs/commands/ask-confirmations';
import { purge } from '#server/jobs/commands/purge';
import { readAuditHead } from '#server/jobs/queries/audit-head';
import { listenForMail } from '#server/jobs/wake-up';
import { deliverMails } from '#server/mail/deliver';
import { openTransport } from '#server/mail/transport';
import { env } from '#server/platform/env';
import { log } from '#server/platform/log';
import { publishDue } from '#server/practices/commands/publish-due';

/** What is done from time to time, by one instance each time, in UTC. Mails besides whenever one is queued. */
const timetable = {
  'deliver-mails': '* * * * *',
  purge: '23 * * * *',
  'ask-confirmations': '7 6 * * *',
  'publish-due': '* * * * *',
  'audit-head': '7 3 * * *',
} as const;

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
  const work = {
    'deliver-mails': deliver,
    purge: async () => log().info(await purge(new Date()), 'what has served was deleted'),
    'ask-confirmations': async () =>
      log().info({ mails: await askConfirmations(new Date()) }, 'cities were asked to confirm'),
    'publish-due': async () => {
      const done = await publishDue(new Date());
      if (done.published.length + done.stopped.length > 0) log().info(done, 'what was due was published');
    },
    // A log is kept elsewhere: whoever can write the whole chain anew cannot change this.
    'audit-head': async () => log().info({ head: await readAuditHead() }, 'the head of the chain of events'),
  };
  for (const [name, times] of Object.entries(timetable)) {
    await boss.createQueue(name, {
      policy: 'short',
      retryLimit: 0,
      expireInSeconds: 900,
      deleteAfterSeconds: 86_400,
    });
    await boss.schedule(name, times);
  }
  await boss.work('deliver-mails', work['deliver-mails']);
  await boss.work('purge', { pollingIntervalSeconds: 30 }, work.purge);
  await boss.work('ask-confirmations', { pollingIntervalSeconds: 60 }, work['ask-confirmations']);
  await boss.work('publish-due', work['publish-due']);
  await boss.work('audit-head', { pollingIntervalSeconds: 30 }, work['audit-head']);
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
