import 'server-only';
import type { Actor } from '#domain/actor';
import { isWritable } from '#domain/lifecycle';
import { may } from '#domain/permissions';
import type { Thread } from '#domain/review-talk';
import { DraftFields } from '#domain/submission-fields';
import { type Database, database } from '#server/platform/db';
import { findSubmission, type StoredSubmission } from '#server/practices/select/submission';
import { readThreads } from '#server/practices/select/talk';

export type ReviewTalk = {
  threads: readonly Thread[];
  /** What was sent, for another wording to begin from. */
  fields: DraftFields;
  /** Whether the person may begin a talk now. */
  reviews: boolean;
};

/** Everything that was said about a submission, for an editor; null where there is none for this person. */
export async function readReviewTalk(
  { actor, id }: { actor: Actor; id: string },
  db: Database = database(),
): Promise<ReviewTalk | null> {
  const submission = await findSubmission(db, id);
  if (!submission || !may(actor, 'readReview', submission)) return null;
  const threads = await readThreads(db, { id, reader: actor.id, withUnshared: true });
  const fields = await readAsSent(db, submission);
  return { threads, fields, reviews: may(actor, 'review', submission) };
}

/** While its authors change it, an editor goes on reading what they sent. */
async function readAsSent(db: Database, { id, state, fields }: StoredSubmission): Promise<DraftFields> {
  if (!isWritable(state)) return fields;
  const where = { submissionId: id };
  const sent = await db.submissionSent.findFirst({
    where,
    orderBy: { number: 'desc' },
    select: { fields: true },
  });
  return DraftFields.parse(sent?.fields ?? {});
}
