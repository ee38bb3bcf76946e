import 'server-only';
import type { PracticeEventKind } from '#domain/event-kinds';
import type { Prisma } from '#generated/prisma/client';
import type { Transaction } from '#server/platform/db';

export type PracticeEvent = {
  practiceId: string;
  /** Who did it: an account's id, "content" for what was loaded from files, or "site". */
  actor: string;
  kind: PracticeEventKind;
  at: Date;
  /** What stood there, and what stands there now. */
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  data?: Prisma.InputJsonObject;
};

/** Adds a line to a practice's history, or one for each of many in their order, in the transaction of what happened. */
export async function appendPracticeEvent(
  tx: Transaction,
  events: PracticeEvent | readonly PracticeEvent[],
): Promise<void> {
  await tx.practiceEvent.createMany({ data: [events].flat() });
}
