import 'server-only';
import type { Actor } from '#domain/actor';
import { type Database, database } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { type LockedTalk, lockTalk, type Side } from '#server/practices/commands/lock-talk';
import { cleanComment, commentProblem, writeComment } from '#server/practices/commands/write-comment';

type Answer = { actor: Actor; side: Side; id: string; thread: string; text: string; now: Date };

export type AnswerResult =
  | { ok: true; comment: string }
  | { ok: false; reason: 'not-found' | 'not-possible' | 'empty' | 'too-long' | 'too-many' };

/** Adds to a talk, from either side. */
export function answerComment(
  { actor, side, id, thread, text, now }: Answer,
  db: Database = database(),
): Promise<AnswerResult> {
  return db.$transaction(async (tx) => {
    const talk = await lockTalk(tx, { actor, side, id, thread });
    if (!talk.ok) return talk;
    const words = cleanComment(text);
    const problem = commentProblem(words);
    if (problem) return { ok: false, reason: problem };
    const comment = await writeComment(tx, {
      ...{ submissionId: id, accountId: actor.id, place: talk.first.place, thread, text: words, now },
      shared: isShared(side, talk),
    });
    return comment ? { ok: true, comment } : { ok: false, reason: 'too-many' };
  }, turns);
}

/** Editors think aloud while they read: what they write then is shown with their decision. All else is shown at once. */
function isShared(side: Side, { submission, first }: Extract<LockedTalk, { ok: true }>): boolean {
  return side === 'member' || (first.shared && submission.state !== 'in_review');
}
