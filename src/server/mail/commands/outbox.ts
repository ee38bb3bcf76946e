import 'server-only';
import { z } from 'zod';
import { careOf } from '#server/mail/kinds';
import type { OutgoingMail } from '#server/mail/transport';
import { database } from '#server/platform/db';

/**
 * The outbox as a queue. All times in it are the database's, so that instances need not agree on the time. A mail that is
 * being sent is leased: its `next_try_at` is when the lease ends, and it is anybody's again.
 */
const leaseSeconds = 60;

/** A mail this process may send. `attempts` tells its lease from a later one. */
export type ClaimedMail = OutgoingMail & { kind: string; attempts: number; ageMinutes: number };

const Rows = z.array(
  z.object({
    id: z.string(),
    to: z.string(),
    locale: z.string(),
    kind: z.string(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    unsubscribe: z.string().nullable(),
    attempts: z.number(),
    ageMinutes: z.number(),
  }),
);

/** Takes the mail that has waited longest, and that nobody else is sending. */
export async function claimMail(): Promise<ClaimedMail | null> {
  const rows = await database().$queryRaw`
    update outbox_mail set state = 'sending', attempts = attempts + 1,
      next_try_at = now() + make_interval(secs => ${leaseSeconds})
    where id = (
      select id from outbox_mail
      where state in ('waiting', 'sending') and next_try_at <= now()
      order by next_try_at, created_at, id
      limit 1 for update skip locked
    )
    returning id, "to", locale, kind, subject, text, html, unsubscribe, attempts,
      (extract(epoch from now() - created_at) / 60)::float8 as "ageMinutes"`;
  return Rows.parse(rows)[0] ?? null;
}

/** Goes on holding a mail whose sending takes long. */
export async function renewLease({ id, attempts }: ClaimedMail): Promise<void> {
  await database().$executeRaw`
    update outbox_mail set next_try_at = now() + make_interval(secs => ${leaseSeconds})
    where id = ${id} and state = 'sending' and attempts = ${attempts}`;
}

/** The mail is the other side's. What opens a door is erased. */
export async function markSent({ id, attempts, kind }: ClaimedMail): Promise<void> {
  const isSecret = careOf(kind)?.secret === true;
  await database().$executeRaw`
    update outbox_mail set state = 'sent', sent_at = now(), last_problem = null,
      text = case when ${isSecret} then '' else text end,
      html = case when ${isSecret} then '' else html end
    where id = ${id} and state = 'sending' and attempts = ${attempts}`;
}

/** The mail waits for another try, as if this one had not begun where it says nothing about the mail. */
export async function putBack(
  { id, attempts }: ClaimedMail,
  { minutes, problem }: { minutes: number; problem: string },
): Promise<void> {
  await database().$executeRaw`
    update outbox_mail set state = 'waiting', next_try_at = now() + make_interval(secs => ${minutes * 60}),
      last_problem = ${problem}
    where id = ${id} and state = 'sending' and attempts = ${attempts}`;
}

/** The mail is given up; nobody reads its text any more. */
export async function giveUp({ id, attempts }: ClaimedMail, problem: string): Promise<void> {
  await database().$executeRaw`
    update outbox_mail set state = 'failed', last_problem = ${problem}, text = '', html = ''
    where id = ${id} and state = 'sending' and attempts = ${attempts}`;
}

/** Minutes a mail of this kind is of use; none for those that always are, and for kinds of another version. */
export function usefulFor(kind: string): number | undefined {
  return careOf(kind)?.usefulFor;
}
