import 'server-only';
import type { Actor } from '#domain/actor';
import { may, type SubmissionAction } from '#domain/permissions';
import { isTalkPlace, type TalkPlace } from '#domain/review-talk';
import type { Transaction } from '#server/platform/db';
import { lockSubmission, type StoredSubmission } from '#server/practices/select/submission';

/** Who talks about a submission: its writers, and the editors who do not write in it. */
export type Side = 'member' | 'editor';

type Asked = { actor: Actor; id: string; thread: string };

/** The first comment of a talk, as its row says. */
export type FirstComment = {
  id: string;
  place: TalkPlace;
  shared: boolean;
  done: boolean;
  suggestion: string | null;
  baseVersion: number | null;
  suggestionState: string | null;
};

export type LockedTalk =
  | { ok: true; submission: StoredSubmission; side: Side; first: FirstComment }
  /** A stranger is told that there is none; so are writers of what they were not shown yet. */
  | { ok: false; reason: 'not-found' | 'not-possible' };

const needed = { member: 'answer', editor: 'readReview' } as const satisfies Record<Side, SubmissionAction>;

/** On which side a person stands; null for who has nothing to do with it, or not while it stands as it does. */
export function sideOf(actor: Actor, submission: StoredSubmission): Side | null {
  if (may(actor, needed.member, submission)) return 'member';
  return may(actor, needed.editor, submission) ? 'editor' : null;
}

/** A talk to which nobody else adds anything until the transaction ends, if this person may. */
export async function lockTalk(tx: Transaction, { actor, id, thread }: Asked): Promise<LockedTalk> {
  const submission = await lockSubmission(tx, id);
  if (!submission) return { ok: false, reason: 'not-found' };
  const side = sideOf(actor, submission);
  if (!side) return { ok: false, reason: may(actor, 'read', submission) ? 'not-possible' : 'not-found' };
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
    ...{ ok: true, submission, side },
    first: {
      ...{ id: row.id, place: row.field, done: row.resolvedAt !== null },
      shared: row.sharedAt !== null,
      ...{ suggestion, baseVersion, suggestionState },
    },
  };
}
