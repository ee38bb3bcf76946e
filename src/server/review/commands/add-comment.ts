import 'server-only';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import { type TalkPlace, takesSuggestion } from '#domain/review-talk';
import { draftLimits } from '#domain/submission-fields';
import { storableText } from '#lib/storable';
import { type Database, database, type Transaction } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { cleanComment, commentProblem, writeComment } from '#server/practices/commands/write-comment';
import { lockSubmission, type StoredSubmission } from '#server/practices/select/submission';

type Add = {
  actor: Actor;
  id: string;
  place: TalkPlace;
  text: string;
  /** Another wording for the field; the one that stands there is none. */
  suggestion: string;
  now: Date;
};

export type AddResult =
  | { ok: true; comment: string }
  | { ok: false; reason: 'not-found' | 'not-possible' | 'empty' | 'too-long' | 'too-many' };

/** Begins a talk about a field or the whole, for the author to read once the editors have decided. */
export function addComment(add: Add, db: Database = database()): Promise<AddResult> {
  return db.$transaction((tx) => addIn(tx, add), turns);
}

async function addIn(tx: Transaction, add: Add): Promise<AddResult> {
  const { actor, id, place, now } = add;
  const submission = await lockSubmission(tx, id);
  if (!submission || !may(actor, 'readReview', submission)) return { ok: false, reason: 'not-found' };
  if (!may(actor, 'review', submission)) return { ok: false, reason: 'not-possible' };
  const text = cleanComment(add.text);
  const suggestion = readSuggestion(submission, add);
  const problem = commentProblem(text);
  if (problem === 'too-long' || (suggestion?.text.length ?? 0) > draftLimits.characters)
    return { ok: false, reason: 'too-long' };
  if (problem && !suggestion) return { ok: false, reason: 'empty' };
  const comment = await writeComment(tx, {
    ...{ submissionId: id, accountId: actor.id, place, thread: null, text, suggestion, shared: false, now },
  });
  return comment ? { ok: true, comment } : { ok: false, reason: 'too-many' };
}

/** What stands in the field is no suggestion, nor is nothing. The version says what it was made from. */
function readSuggestion(
  { fields, version }: StoredSubmission,
  { place, suggestion }: Add,
): { text: string; base: number } | null {
  if (!takesSuggestion(place)) return null;
  const text = storableText(suggestion).text.trim();
  const standing = fields[place];
  if (text === '' || typeof standing !== 'string' || text === storableText(standing).text.trim()) return null;
  return { text, base: version };
}
