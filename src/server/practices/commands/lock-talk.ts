import 'server-only';
import type { Actor } from '#domain/actor';
import { may, type SubmissionAction } from '#domain/permissions';
import { isTalkPlace, type TalkPlace } from '#domain/review-talk';
import type { Transaction } from '#server/platform/db';
import { lockSubmission, type StoredSubmission } from '#server/practices/select/submission';

/** Who talks about a submission: its writers, and the editors who do not write in it. */
export type Side = 'member' | 'editor';

type Asked = { actor: Actor; id: string; thread: string; side: Side };

/** The first comment of a talk, as its row says. */
type FirstComment = {
  id: string;
  place: TalkPlace;
  shared: boolean;
  done: boolean;
  suggestion: string | null;
  baseVersion: number | null;
  suggestionState: string | null;
};

export type LockedTalk =
  | { ok: true; submission: StoredSubmission; first: FirstComment }
  /** A stranger is told that there is none; so are writers of what they were not shown yet. */
  | { ok: false; reason: 'not-found' | 'not-possible' };

const needed = { member: 'answer', editor: 'readReview' } as const satisfies Record<Side, SubmissionAction>;

/** Who may not even this finds nothing there. */
const seen = { member: 'read', editor: 'readReview' } as const satisfies Record<Side, SubmissionAction>;

/** A talk to which nobody else adds anything until the transaction ends, if this person may on that side. */
export async function lockTalk(tx: Transaction, { actor, id, thread, side }: Asked): Promise<LockedTalk> {
  const submission = await lockSubmission(tx, id);
  if (!submission || !may(actor, seen[side], submission)) return { ok: false, reason: 'not-found' };
  if (!may(actor, needed[side], submission)) return { ok: false, reason: 'not-possible' };
  const row = await tx.reviewComment.findFirst({
    where: {
      id: thread,
      submissionId: id,
      threadId: null,
      ...(side === 'member' && { sharedAt: { not: null } }),
    },
  });
  if (!row || !isTalkPlace(row.field)) return { ok: false, reason: 'not-found' };
  const { suggestion, baseVersion, suggestionState } = row;
  return {
    ...{ ok: true, submission },
    first: {
      ...{ id: row.id, place: row.field, done: row.resolvedAt !== null },
      shared: row.sharedAt !== null,
      ...{ suggestion, baseVersion, suggestionState },
    },
  };
}
