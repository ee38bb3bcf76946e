import 'server-only';
import { z } from 'zod';
import { AccessRequest } from '#domain/access-request';
import type { Role } from '#domain/actor';
import { codeLimits, readCode } from '#domain/sign-in';
import { type NextStep, stepAfter } from '#domain/sign-in-steps';
import type { Locale } from '#i18n/locales';
import { countAttempt } from '#server/accounts/commands/count-attempt';
import { findOrCreateAccount } from '#server/accounts/commands/create-account';
import { keyFor } from '#server/accounts/commands/key';
import { type StartedSession, startSession } from '#server/accounts/commands/sessions';
import { isCode } from '#server/accounts/one-time-code';
import { database } from '#server/platform/db';

type Check = {
  /** What `askCode` returned. */
  request: string;
  typed: string;
  locale: Locale;
  network: string;
  device: string;
  now: Date;
};

type CheckProblem = 'no-code' | 'wrong' | 'ended' | 'too-many';
type Checked =
  | { ok: true; session: StartedSession; next: NextStep; roles: readonly Role[] }
  | { ok: false; reason: CheckProblem };

const Row = z.object({
  email: z.string(),
  salt: z.instanceof(Uint8Array),
  hash: z.instanceof(Uint8Array),
  access: AccessRequest.nullable(),
});

/**
 * Signs in with a code. A try is counted before the code is looked at, in one statement that gives out at most five,
 * however many ask at once. What was typed and cannot be a code is no try.
 */
export async function checkCode({ request, typed, locale, network, device, now }: Check): Promise<Checked> {
  const code = readCode(typed);
  if (code === null) return { ok: false, reason: 'no-code' };
  if (!(await countAttempt('checkFromNetwork', network, now))) return { ok: false, reason: 'too-many' };
  const key = await keyFor('sign-in code');
  const tried = await takeTry(request, now);
  if (!tried) return { ok: false, reason: 'ended' };
  if (!isCode(key, { ...tried, id: request, code })) return { ok: false, reason: 'wrong' };
  return database().$transaction(async (tx) => {
    const used = await tx.signInCode.updateMany({
      where: { id: request, usedAt: null },
      data: { usedAt: now },
    });
    // Someone was faster with the same code.
    if (used.count !== 1) return { ok: false, reason: 'ended' };
    const account = await findOrCreateAccount(tx, { email: tried.email, locale, access: tried.access, now });
    if (!account || account.suspendedAt) return { ok: false, reason: 'wrong' };
    const session = await startSession(tx, { account, device, now });
    return { ok: true, session, next: stepAfter(account), roles: account.roles };
  });
}

async function takeTry(request: string, now: Date): Promise<z.output<typeof Row> | null> {
  const rows = await database().$queryRaw`
    UPDATE sign_in_code SET tries = tries + 1
    WHERE id = ${request} AND tries < ${codeLimits.tries} AND used_at IS NULL AND expires_at > ${now}
    RETURNING email, salt, hash, access`;
  return z.array(Row).max(1).parse(rows)[0] ?? null;
}
