import 'server-only';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import { takesSuggestion } from '#domain/review-talk';
import { type Database, database, type Transaction } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { lockTalk } from '#server/practices/commands/lock-talk';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import { saveIn } from '#server/submissions/commands/save-draft';

type Answer = { actor: Actor; id: string; thread: string; now: Date };

/** `conflict`: the field was changed since, so that both texts are kept for a person to choose. */
export type SuggestionResult =
  | { ok: true; conflict: boolean }
  | { ok: false; reason: 'not-found' | 'not-possible' };

/**
 * Puts the wording that an editor proposed into its field, as if a form had sent it that showed the version it was made
 * from: what was written since is never lost.
 */
export function takeSuggestion(answer: Answer, db: Database = database()): Promise<SuggestionResult> {
  return db.$transaction(async (tx) => {
    const { actor, id, now } = answer;
    const talk = await lockTalk(tx, { ...answer, side: 'member' });
    if (!talk.ok) return talk;
    const { suggestion, baseVersion, place, suggestionState } = talk.first;
    if (suggestion === null || baseVersion === null || !takesSuggestion(place))
      return { ok: false, reason: 'not-found' };
    if (suggestionState === 'taken') return { ok: true, conflict: false };
    if (!may(actor, 'write', talk.submission)) return { ok: false, reason: 'not-possible' };
    const posted = new Map([[place, suggestion] as const]);
    const saved = await saveIn(tx, { actor, id, base: baseVersion, page: '', posted, now });
    if (!saved.ok) return { ok: false, reason: 'not-possible' };
    await noteAnswer(tx, answer, 'taken');
    return { ok: true, conflict: saved.conflicts.length > 0 };
  }, turns);
}

/** Leaves the field as it is. */
export function leaveSuggestion(answer: Answer, db: Database = database()): Promise<SuggestionResult> {
  return db.$transaction(async (tx) => {
    const talk = await lockTalk(tx, { ...answer, side: 'member' });
    if (!talk.ok) return talk;
    if (talk.first.suggestion === null) return { ok: false, reason: 'not-possible' };
    if (talk.first.suggestionState === null) await noteAnswer(tx, answer, 'left');
    return { ok: true, conflict: false };
  }, turns);
}

async function noteAnswer(
  tx: Transaction,
  { actor, id, thread, now }: Answer,
  state: 'taken' | 'left',
): Promise<void> {
  await tx.reviewComment.update({
    where: { id: thread },
    data: {
      ...{ suggestionState: state, suggestionAt: now, suggestionBy: actor.id },
      ...{ resolvedAt: now, resolvedBy: actor.id },
    },
  });
  await appendSubmissionEvent(tx, {
    ...{ submissionId: id, actor: actor.id, kind: `suggestion-${state}`, at: now },
    data: { comment: thread },
  });
}
