import 'server-only';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import type { Thread } from '#domain/review-talk';
import type { DraftFields } from '#domain/submission-fields';
import { type Database, database } from '#server/platform/db';
import { findSubmission } from '#server/practices/select/submission';
import { readThreads } from '#server/practices/select/talk';

export type ReviewTalk = {
  threads: readonly Thread[];
  /** What stands in the fields, for another wording to begin from; nothing where nobody may suggest one now. */
  fields: DraftFields | null;
};

/** Everything that was said about a submission, for an editor; null where there is none for this person. */
export async function readReviewTalk(
  { actor, id }: { actor: Actor; id: string },
  db: Database = database(),
): Promise<ReviewTalk | null> {
  const submission = await findSubmission(db, id);
  if (!submission || !may(actor, 'readReview', submission)) return null;
  const threads = await readThreads(db, { id, reader: actor.id, withUnshared: true });
  return { threads, fields: may(actor, 'review', submission) ? submission.fields : null };
}
