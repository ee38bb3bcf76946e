import 'server-only';
import { askConfirmations } from '#server/jobs/commands/ask-confirmations';
import { checkLinks } from '#server/jobs/commands/check-links';
import { purge } from '#server/jobs/commands/purge';
import { sendDigests } from '#server/jobs/commands/send-digests';
import { makeLinkChecker } from '#server/jobs/links/check-link';
import { readAuditHead } from '#server/jobs/queries/audit-head';
import { env, siteUrl } from '#server/platform/env';
import { log } from '#server/platform/log';
import { publishDue } from '#server/practices/commands/publish-due';

type Job = {
  /** When, in UTC, as cron writes it. */
  times: string;
  /** `stopping`: the process ends, and what takes long stops. */
  work: (stopping: AbortSignal) => Promise<unknown>;
};

/** What is done from time to time besides sending mails, each time by one instance. A new job is a line here. */
export const timetable: Readonly<Record<string, Job>> = {
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
  'check-links': { times: '41 * * * *', work: checkAllLinks },
};

/** A run that is slow is over before the next one begins; what is left waits for it. */
const longestCheckMs = 600_000;

/** Looks whether links of published texts still lead somewhere, unless this site may not ask others. */
async function checkAllLinks(stopping: AbortSignal): Promise<void> {
  if (env().LINK_CHECKS === 'off') return;
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(longestCheckMs)]);
  const userAgent = `intercultural-practices-links (+${siteUrl()})`;
  const check = makeLinkChecker({ userAgent, signal });
  log().info({ checked: await checkLinks({ check, now: new Date(), signal }) }, 'links were checked');
}
