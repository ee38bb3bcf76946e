import 'server-only';
import type { Prisma } from '#generated/prisma/client';
import type { Transaction } from '#server/platform/db';

export type AccountEventKind =
  | 'created'
  | 'signed-in'
  | 'signed-out'
  | 'session-ended'
  | 'profile-changed'
  | 'mail-wishes-changed'
  | 'second-factor-set-up'
  | 'second-factor-given'
  | 'second-factor-removed'
  | 'recovery-code-used'
  | 'recovery-codes-drawn'
  | 'invited'
  | 'invitation-accepted'
  | 'roles-changed'
  | 'asked-for-access'
  | 'affiliation-confirmed'
  | 'affiliation-refused'
  | 'suspended'
  | 'restored'
  | 'vocabulary-added'
  | 'vocabulary-renamed'
  | 'vocabulary-moved'
  | 'vocabulary-merged'
  | 'vocabulary-removed';

/** Notes, in the transaction of what happened, what was done to an account and by whom: an account's id, or "system". */
export async function appendAccountEvent(
  tx: Transaction,
  event: {
    accountId: string;
    actor: string;
    kind: AccountEventKind;
    at: Date;
    /** What stood there, and what stands there now. */
    before?: Prisma.InputJsonObject;
    after?: Prisma.InputJsonObject;
    data?: Prisma.InputJsonObject;
  },
): Promise<void> {
  await tx.accountEvent.create({ data: event });
}
