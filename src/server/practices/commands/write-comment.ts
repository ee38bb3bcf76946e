import 'server-only';
import { type TalkPlace, talkLimits } from '#domain/review-talk';
import { countCharacters } from '#lib/count-characters';
import { drawId } from '#lib/draw-id';
import { storableText } from '#lib/storable';
import type { Transaction } from '#server/platform/db';
import { appendSubmissionEvent } from '#server/practices/events/submission';

type Comment = {
  submissionId: string;
  accountId: string;
  place: TalkPlace;
  /** The comment it answers; null where it begins a talk. */
  thread: string | null;
  text: string;
  suggestion?: { text: string; base: number } | null;
  /** Whether the other side can read it at once. */
  shared: boolean;
  now: Date;
};

/** Why a text cannot be a comment; null where it can. */
export function commentProblem(text: string): 'empty' | 'too-long' | null {
  if (text === '') return 'empty';
  return countCharacters(text) > talkLimits.comment || text.length > talkLimits.comment ? 'too-long' : null;
}

/** A comment as it is kept. */
export function cleanComment(text: string): string {
  return storableText(text).text.trim();
}

/**
 * Writes a comment, unless the same person said just the same in the same place a moment ago, which is a second press of
 * the button; null where there are too many already. A new one is noted in the history.
 */
export async function writeComment(tx: Transaction, comment: Comment): Promise<string | null> {
  const { submissionId, accountId, place, thread, text, suggestion, shared, now } = comment;
  const where = { submissionId, accountId, field: place, threadId: thread };
  const last = await tx.reviewComment.findFirst({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  const isSame = last?.text === text && last.suggestion === (suggestion?.text ?? null);
  if (last && isSame && now.getTime() - last.at.getTime() < samePress) return last.id;
  if ((await tx.reviewComment.count({ where: { submissionId } })) >= talkLimits.comments) return null;
  const id = drawId();
  const [sent, newest] = await Promise.all([
    tx.submissionSent.count({ where: { submissionId } }),
    tx.reviewComment.aggregate({ where: { submissionId }, _max: { at: true } }),
  ]);
  // Answers stand in the order they came, also those of the same moment.
  const at = new Date(Math.max(now.getTime(), (newest._max.at?.getTime() ?? 0) + 1));
  await tx.reviewComment.create({
    data: {
      ...{ id, submissionId, accountId, field: place, threadId: thread, at, text },
      ...{ suggestion: suggestion?.text ?? null, baseVersion: suggestion?.base ?? null },
      ...{ sentNumber: sent, sharedAt: shared ? now : null },
    },
  });
  await appendSubmissionEvent(tx, {
    ...{ submissionId, actor: accountId, kind: thread ? 'comment-answered' : 'commented', at: now },
    data: { comment: id, field: place },
  });
  return id;
}

/** For how long the same words are taken for a second press of the button, in milliseconds. */
const samePress = 60_000;
