import 'server-only';
import type { Actor } from '#domain/actor';
import { type Database, database, type Transaction } from '#server/platform/db';
import { lockFor, turns } from '#server/practices/commands/lock-for';
import { mailEditors } from '#server/practices/commands/mail-editors';
import { moveSubmission } from '#server/practices/commands/move-submission';
import { unlessOtherRevision } from '#server/practices/commands/unless-other-revision';
import type { StoredSubmission } from '#server/practices/select/submission';

type Change = { actor: Actor; id: string; now: Date };

/** Nothing was changed where it is not `ok`: there is no such submission for this person, or it is too late for it. */
export type StateChange = { ok: true } | { ok: false; reason: 'not-found' | 'not-possible' };

/** `another-open`: a later revision of the same practice is under way; there is one at a time. */
export type ReopenResult = StateChange | { ok: false; reason: 'another-open' };

/** Where each leads to. */
const done = { withdraw: 'withdrawn', reopen: 'draft' } as const;

/** Takes a submission back, until an editor has taken it up. A second time changes nothing. */
export function withdrawSubmission(change: Change, db: Database = database()): Promise<StateChange> {
  return db.$transaction((tx) => changeIn(tx, 'withdraw', change), turns);
}

/** Makes a submission that was taken back a draft again, with everything in it. A second time changes nothing. */
export function reopenSubmission(change: Change, db: Database = database()): Promise<ReopenResult> {
  const reopened = db.$transaction((tx) => changeIn(tx, 'reopen', change), turns);
  return unlessOtherRevision(reopened, 'another-open');
}

async function changeIn(
  tx: Transaction,
  verb: keyof typeof done,
  { actor, id, now }: Change,
): Promise<StateChange> {
  const locked = await lockFor(tx, { actor, id }, verb);
  if (!locked.ok) {
    const isDone = locked.reason === 'not-possible' && locked.submission.state === done[verb];
    // An editor who reads it has done nothing.
    return isDone && locked.submission.members.includes(actor.id)
      ? { ok: true }
      : { ok: false, reason: locked.reason };
  }
  const { submission } = locked;
  await moveSubmission(tx, submission, { actor, verb, now, set: { dueOn: null } });
  if (submission.state === 'changes_requested') await tellEditors(tx, submission, now);
  return { ok: true };
}

/** Changes that an editor asked for and waits for will not come. */
async function tellEditors(
  tx: Transaction,
  { reference, fields, members }: StoredSubmission,
  now: Date,
): Promise<void> {
  const data = { reference: reference ?? '', title: fields.title.trim() };
  await mailEditors(tx, { kind: 'submission-taken-back', data, members, now });
}
