import 'server-only';
import type { SubmissionEventKind } from '#domain/event-kinds';
import type { Prisma } from '#generated/prisma/client';
import type { Transaction } from '#server/platform/db';

/** Plain values: ids, numbers, short texts. What people wrote in confidence does not belong here. */
export type EventData = Prisma.InputJsonObject;

type SubmissionEvent = {
  submissionId: string;
  /** Who did it: an account's id, or "site". */
  actor: string;
  kind: SubmissionEventKind;
  at: Date;
  /** What stood there, and what stands there now. */
  before?: EventData;
  after?: EventData;
  data?: EventData;
};

/** Adds a line to a submission's history, in the transaction of what happened. */
export async function appendSubmissionEvent(tx: Transaction, event: SubmissionEvent): Promise<void> {
  await tx.submissionEvent.create({ data: event });
}
