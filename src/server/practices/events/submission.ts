import 'server-only';
import type { VerbEvent } from '#domain/lifecycle';
import type { Prisma } from '#generated/prisma/client';
import type { Transaction } from '#server/platform/db';

/** What happens to a submission besides being taken from one state to another. */
type OtherEvent =
  | 'begun'
  | 'imported'
  | 'shared'
  | 'deleted'
  | 'file-added'
  | 'file-removed'
  | 'opinion-asked'
  | 'opinion-given'
  | 'opinion-ended'
  /** Made for a practice that was loaded from files, so that editors can look after it. */
  | 'opened'
  | 'due-set'
  | 'checked'
  | 'places-set'
  | TalkEvent;

/** What is said about it, by editors and by those who write in it. */
type TalkEvent =
  | 'commented'
  | 'comment-answered'
  | 'comment-taken-back'
  | 'comment-done'
  | 'comment-reopened'
  | 'suggestion-taken'
  | 'suggestion-left';

export type SubmissionEventKind = VerbEvent | OtherEvent;

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
