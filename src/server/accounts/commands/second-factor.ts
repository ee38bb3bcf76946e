import 'server-only';
import { readCode, readRecoveryCode } from '#domain/sign-in';
import { countAttempt } from '#server/accounts/commands/count-attempt';
import { keyFor } from '#server/accounts/commands/key';
import { takeRecoveryCode } from '#server/accounts/commands/recovery-codes';
import { raiseSession, type StartedSession } from '#server/accounts/commands/sessions';
import { appendAccountEvent } from '#server/accounts/events';
import { unseal } from '#server/accounts/sealed';
import { findTotpStep } from '#server/accounts/totp';
import { database, type Transaction } from '#server/platform/db';

type Typed = { accountId: string; sessionId: string; typed: string; now: Date };

export type FactorProblem = 'no-code' | 'wrong' | 'too-many';
type Given = { ok: true; session: StartedSession } | { ok: false; reason: FactorProblem };

/** Takes a code of the second factor, or a recovery code. The session has a new token from then on. */
export async function giveSecondFactor({ accountId, sessionId, typed, now }: Typed): Promise<Given> {
  const code = readCode(typed);
  const recovery = readRecoveryCode(typed);
  if (code === null && recovery === null) return { ok: false, reason: 'no-code' };
  if (!(await countFactor(accountId, now))) return { ok: false, reason: 'too-many' };
  return database().$transaction(async (tx) => {
    const isRight =
      code === null
        ? recovery !== null && (await takeRecoveryCode(tx, { accountId, code: recovery, now }))
        : await takeTotp(tx, { accountId, code, now });
    if (!isRight) return { ok: false, reason: 'wrong' };
    const session = await raiseSession(tx, { id: sessionId, accountId, now });
    if (!session) return { ok: false, reason: 'wrong' };
    await appendAccountEvent(tx, { accountId, actor: accountId, kind: 'second-factor-given', at: now });
    return { ok: true, session };
  });
}

/** Counts a try before anything is compared: five in five minutes, fifty in a day. */
export async function countFactor(accountId: string, now: Date): Promise<boolean> {
  const counts = [
    await countAttempt('secondFactor', accountId, now),
    await countAttempt('secondFactorInADay', accountId, now),
  ];
  return counts.every(Boolean);
}

/**
 * Whether a code is right and was not used before: its step is kept, and neither it nor an earlier one is taken again.
 * The database decides between two who send the same code at once.
 */
export async function takeTotp(
  tx: Transaction,
  { accountId, code, now }: { accountId: string; code: string; now: Date },
): Promise<boolean> {
  const account = await tx.account.findUnique({ where: { id: accountId }, select: { totpSecret: true } });
  const secret = account?.totpSecret && unseal(await keyFor('second factor'), accountId, account.totpSecret);
  const step = secret && findTotpStep(secret, code, now);
  if (!step) return false;
  const { count } = await tx.account.updateMany({
    where: { id: accountId, OR: [{ totpStep: null }, { totpStep: { lt: step } }] },
    data: { totpStep: step },
  });
  return count === 1;
}
