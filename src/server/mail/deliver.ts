import 'server-only';
import { setTimeout } from 'node:timers/promises';
import {
  type ClaimedMail,
  claimMail,
  giveUp,
  markSent,
  putBack,
  renewLease,
  usefulFor,
} from '#server/mail/commands/outbox';
import { minutesToNextTry, readProblem } from '#server/mail/retry';
import type { Transport } from '#server/mail/transport';
import { log } from '#server/platform/log';

type Delivery = { transport: Transport; signal: AbortSignal };

/**
 * Sends every mail that is due, one after the other. Stops when asked, between two mails, and when no server is reached:
 * then the others wait where they are. Returns how many were sent.
 */
export async function deliverMails({ transport, signal }: Delivery): Promise<number> {
  let sent = 0;
  while (!signal.aborted) {
    const mail = await claimMail();
    if (!mail) break;
    const outcome = await deliver(mail, transport);
    if (outcome === 'outage') break;
    if (outcome === 'sent') sent += 1;
  }
  return sent;
}

/**
 * Between the last byte of a mail and the note that it was taken lies the one moment in which a death of this process
 * makes a mail arrive twice, under one Message-ID. Nothing else is done in it.
 */
async function deliver(mail: ClaimedMail, transport: Transport): Promise<'sent' | 'not sent' | 'outage'> {
  const about = { mail: mail.id, kind: mail.kind, attempt: mail.attempts };
  if (mail.ageMinutes >= (usefulFor(mail.kind) ?? Number.POSITIVE_INFINITY)) {
    await giveUp(mail, 'It was of no use any more.');
    log().warn(about, 'a mail was not sent in time and is of no use any more');
    return 'not sent';
  }
  const renewal = setInterval(() => void renewLease(mail).catch(() => {}), 15_000);
  try {
    await transport(mail);
  } catch (error) {
    return await settleProblem(mail, error);
  } finally {
    clearInterval(renewal);
  }
  await insist(() => markSent(mail));
  log().info(about, 'a mail was sent');
  return 'sent';
}

async function settleProblem(mail: ClaimedMail, error: unknown): Promise<'not sent' | 'outage'> {
  const problem = readProblem(error);
  const about = { mail: mail.id, kind: mail.kind, attempt: mail.attempts };
  const minutes = problem.isFinal ? null : minutesToNextTry(mail.attempts, mail.ageMinutes);
  if (minutes === null) {
    await giveUp(mail, problem.text);
    log().error(about, 'a mail was given up: the outbox says why');
    return 'not sent';
  }
  await putBack(mail, { minutes, problem: problem.text });
  log().warn({ ...about, minutes }, 'a mail could not be sent and is tried again');
  return problem.isOutage ? 'outage' : 'not sent';
}

/** A mail that was sent has to be noted, even when the database is away at that very moment. */
async function insist(work: () => Promise<void>): Promise<void> {
  for (let left = 600; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await setTimeout(500);
    }
  }
}
