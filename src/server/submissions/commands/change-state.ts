import 'server-only';
import type { Actor } from '#domain/actor';
import { nextState } from '#domain/lifecycle';
import { type Database, database } from '#server/platform/db';
import { lockFor, turns } from '#server/submissions/commands/lock-for';
import { appendSubmissionEvent } from '#server/submissions/events';

type Change = { actor: Actor; id: string; now: Date };

/** Nothing was changed where it is not `ok`: there is no such submission for this person, or it is too late for it. */
export type StateChange = { ok: true } | { ok: false; reason: 'not-found' | 'not-possible' };

const verbs = {
  withdraw: { done: 'withdrawn', event: 'withdrawn' },
  reopen: { done: 'draft', event: 'reopened' },
} as const;

/** Takes a submission back, until an editor has taken it up. A second time changes nothing. */
export function withdrawSubmission(change: Change, db: Database = database()): Promise<StateChange> {
  return changeState('withdraw', change, db);
}

/** Makes a submission that was taken back a draft again, with everything in it. A second time changes nothing. */
export function reopenSubmission(change: Change, db: Database = database()): Promise<StateChange> {
  return changeState('reopen', change, db);
}

function changeState(
  verb: keyof typeof verbs,
  { actor, id, now }: Change,
  db: Database,
): Promise<StateChange> {
  const { done, event } = verbs[verb];
  return db.$transaction(async (tx) => {
    const locked = await lockFor(tx, { actor, id }, verb);
    if (!locked.ok) {
      const isDone = locked.reason === 'not-possible' && locked.submission.state === done;
      // An editor who reads it has done nothing.
      return isDone && locked.submission.members.includes(actor.id)
        ? { ok: true }
        : { ok: false, reason: locked.reason };
    }
    const state = nextState(locked.submission.state, verb);
    if (!state) return { ok: false, reason: 'not-possible' };
    await tx.submission.update({ where: { id }, data: { state, updatedAt: now } });
    await appendSubmissionEvent(tx, { submissionId: id, actor: actor.id, kind: event, at: now });
    return { ok: true };
  }, turns);
}
