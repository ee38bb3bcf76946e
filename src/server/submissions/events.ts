import 'server-only';
import type { Transaction } from '#server/platform/db';

type SubmissionEvent = {
  submissionId: string;
  /** Who did it: an account's id. */
  actor: string;
  kind: 'sent' | 'withdrawn' | 'reopened' | 'shared' | 'deleted';
  at: Date;
  data?: Readonly<Record<string, string | number>>;
};

/** Adds a line to a submission's history, in the transaction of what happened. */
export async function appendSubmissionEvent(
  tx: Transaction,
  { data, ...event }: SubmissionEvent,
): Promise<void> {
  await tx.submissionEvent.create({ data: { ...event, data: data && { ...data } } });
}
