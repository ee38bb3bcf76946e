import 'server-only';
import { PgBoss } from 'pg-boss';
import { shareNext } from '#lib/share-next';
import { timetable } from '#server/jobs/timetable';
import { listenForMail } from '#server/jobs/wake-up';
import { deliverMails } from '#server/mail/deliver';
import { openTransport } from '#server/mail/transport';
import { env } from '#server/platform/env';
import { log } from '#server/platform/log';

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
  const jobs: typeof timetable = {
    'deliver-mails': { times: '* * * * *', work: () => deliver() },
    ...timetable,
  };
  for (const [name, { times, work }] of Object.entries(jobs)) {
    await boss.createQueue(name, {
      policy: 'short',
      retryLimit: 0,
      expireInSeconds: 900,
      deleteAfterSeconds: 86_400,
    });
    await boss.schedule(name, times);
    await boss.work(name, { pollingIntervalSeconds: 5 }, () => work(stopping.signal));
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
