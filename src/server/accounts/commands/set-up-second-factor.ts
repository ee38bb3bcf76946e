import 'server-only';
import type { Actor } from '#domain/actor';
import { readCode } from '#domain/sign-in';
import { keyFor } from '#server/accounts/commands/key';
import { renewRecoveryCodes } from '#server/accounts/commands/recovery-codes';
import { countFactor, type FactorProblem, takeTotp } from '#server/accounts/commands/second-factor';
import { raiseSession, type StartedSession } from '#server/accounts/commands/sessions';
import { appendAccountEvent } from '#server/accounts/events';
import { seal } from '#server/accounts/sealed';
import { drawTotpSecret } from '#server/accounts/totp';
import { database } from '#server/platform/db';

/** Draws a secret for the app, in place of one that was never confirmed. Leaves a second factor that is in use alone. */
export async function beginSecondFactor(accountId: string): Promise<void> {
  const totpSecret = seal(await keyFor('second factor'), accountId, drawTotpSecret());
  await database().account.updateMany({
    where: { id: accountId, totpSince: null },
    data: { totpSecret, totpStep: null },
  });
}

type Confirm = { accountId: string; sessionId: string; typed: string; now: Date };
type Confirmed =
  | { ok: true; session: StartedSession; codes: string[] }
  | { ok: false; reason: FactorProblem };

/** Takes the first code from the app: from then on the second factor is asked for. Returns the recovery codes, this once. */
export async function confirmSecondFactor({ accountId, sessionId, typed, now }: Confirm): Promise<Confirmed> {
  const code = readCode(typed);
  if (code === null) return { ok: false, reason: 'no-code' };
  if (!(await countFactor(accountId, now))) return { ok: false, reason: 'too-many' };
  return database().$transaction(async (tx) => {
    if (!(await takeTotp(tx, { accountId, code, now }))) return { ok: false, reason: 'wrong' };
    const { count } = await tx.account.updateMany({
      where: { id: accountId, totpSince: null },
      data: { totpSince: now },
    });
    const session = count === 1 ? await raiseSession(tx, { id: sessionId, accountId, now }) : null;
    if (!session) return { ok: false, reason: 'wrong' };
    await appendAccountEvent(tx, { accountId, actor: accountId, kind: 'second-factor-set-up', at: now });
    return { ok: true, session, codes: await renewRecoveryCodes(tx, accountId, now) };
  });
}

/** Draws new recovery codes for someone who has given their second factor. Null for anyone else. */
export async function drawNewRecoveryCodes(actor: Actor, now: Date): Promise<string[] | null> {
  if (!actor.hasSecondFactor) return null;
  return database().$transaction((tx) => renewRecoveryCodes(tx, actor.id, now));
}

/** Takes the second factor away from someone who has just given it. Returns whether it did. */
export async function removeSecondFactor(actor: Actor, now: Date): Promise<boolean> {
  if (!actor.hasSecondFactor) return false;
  await database().$transaction(async (tx) => {
    await tx.account.update({
      where: { id: actor.id },
      data: { totpSecret: null, totpSince: null, totpStep: null },
    });
    await tx.recoveryCode.deleteMany({ where: { accountId: actor.id } });
    await appendAccountEvent(tx, {
      accountId: actor.id,
      actor: actor.id,
      kind: 'second-factor-removed',
      at: now,
    });
  });
  return true;
}
