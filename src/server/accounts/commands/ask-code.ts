import 'server-only';
import type { AccessRequest } from '#domain/access-request';
import { codeLimits } from '#domain/sign-in';
import { isLocale, type Locale } from '#i18n/locales';
import { countAttempt, hashForCounting } from '#server/accounts/commands/count-attempt';
import { keyFor } from '#server/accounts/commands/key';
import { drawCode } from '#server/accounts/one-time-code';
import { readCodeRequest } from '#server/accounts/queries/code-request';
import { queueMail } from '#server/mail/commands';
import { database, type Transaction } from '#server/platform/db';

type Ask = {
  /** As `EmailAddress` gives it. */
  email: string;
  /** The language of the page: of the mail as well, where no account says another. */
  locale: Locale;
  /** Where it is asked from, as `networkPrefix` gives it. */
  network: string;
  /** What was written in the form that asks for access. */
  access?: AccessRequest;
  now: Date;
};

type Asked = { ok: true; request: string } | { ok: false; reason: 'too-many' };

/**
 * Sends a one-time code to an address and returns what names the request. An address without an account has the same
 * answer after the same work: the same counts, hashes and statements, with a mail that is written and never sent.
 */
export async function askCode({ email, locale, network, access, now }: Ask): Promise<Asked> {
  if (!(await countAttempt('askFromNetwork', network, now))) return { ok: false, reason: 'too-many' };
  const fits = [
    await countAttempt('askForAddress', email, now),
    await countAttempt('askForAddressFromNetwork', `${email} ${network}`, now),
  ];
  const isHeard = fits.every(Boolean);
  const from = await hashForCounting(`network ${network}`);
  const drawn = drawCode(await keyFor('sign-in code'), email);
  return database().$transaction(async (tx) => {
    const account = await tx.account.findUnique({
      where: { email },
      select: { locale: true, suspendedAt: true },
    });
    const earlier = await tx.signInCode.findFirst({
      where: { email, network: from, usedAt: null, expiresAt: { gt: now } },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    });
    // Who asks again and again is led to the code they have.
    if (!isHeard && earlier) return { ok: true, request: earlier.id };
    // Who is not heard ends nobody's: no address is an id.
    await endEarlierCodes(tx, isHeard ? email : drawn.id, now);
    const expiresAt = new Date(now.getTime() + codeLimits.minutes * 60_000);
    const { id, salt, hash, code } = drawn;
    await tx.signInCode.create({
      data: { id, email, salt, hash, network: from, access, createdAt: now, expiresAt },
    });
    const isKnown = account ? account.suspendedAt === null : access !== undefined;
    await queueMail(tx, {
      to: email,
      locale: account && isLocale(account.locale) ? account.locale : locale,
      kind: 'sign-in-code',
      data: { code, minutes: codeLimits.minutes },
      discarded: !isHeard || !isKnown,
      now,
    });
    return { ok: true, request: id };
  });
}

type AskAgain = Omit<Ask, 'email' | 'access'> & { earlier: string };

/** Sends a new code for an earlier request, which may have ended meanwhile. */
export async function askCodeAgain({
  earlier,
  ...ask
}: AskAgain): Promise<Asked | { ok: false; reason: 'ended' }> {
  const request = await readCodeRequest(earlier, ask.now);
  if (!request) return { ok: false, reason: 'ended' };
  const { email, access } = request;
  return askCode({ ...ask, email, ...(access && { access }) });
}

/** A new code ends those before it. Of several that are asked for at once, each waits for the one before. */
async function endEarlierCodes(tx: Transaction, email: string, now: Date): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`;
  await tx.signInCode.updateMany({ where: { email, expiresAt: { gt: now } }, data: { expiresAt: now } });
}
