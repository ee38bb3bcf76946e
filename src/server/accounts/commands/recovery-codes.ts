import 'server-only';
import { readRecoveryCode } from '#domain/sign-in';
import { keyFor } from '#server/accounts/commands/key';
import { appendAccountEvent } from '#server/accounts/events';
import { drawRecoveryCodes, hashRecoveryCode } from '#server/accounts/recovery-codes';
import type { Transaction } from '#server/platform/db';

/** Draws ten codes in place of those before. They are returned this once; the database keeps their hashes. */
export async function renewRecoveryCodes(tx: Transaction, accountId: string, now: Date): Promise<string[]> {
  const key = await keyFor('recovery code');
  const codes = drawRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      accountId,
      hash: hashRecoveryCode(key, accountId, readRecoveryCode(code) ?? ''),
    })),
  });
  await appendAccountEvent(tx, { accountId, actor: accountId, kind: 'recovery-codes-drawn', at: now });
  return codes;
}

/** Whether a code is one of theirs and was not used before. From now on it is. */
export async function takeRecoveryCode(
  tx: Transaction,
  { accountId, code, now }: { accountId: string; code: string; now: Date },
): Promise<boolean> {
  const hash = hashRecoveryCode(await keyFor('recovery code'), accountId, code);
  const { count } = await tx.recoveryCode.updateMany({
    where: { hash, accountId, usedAt: null },
    data: { usedAt: now },
  });
  if (count === 1)
    await appendAccountEvent(tx, { accountId, actor: accountId, kind: 'recovery-code-used', at: now });
  return count === 1;
}
