import 'server-only';
import { z } from 'zod';
import { type SubmissionState, submissionStates } from '#domain/lifecycle';
import type { Database, Transaction } from '#server/platform/db';
import { findPublished, type StoredPractice } from '#server/practices/select/published';

const Open = z.object({ id: z.string(), state: z.enum(submissionStates), members: z.array(z.string()) });

/** What decides about a revision of a published practice. */
export type Revisable = StoredPractice & {
  /** The revision that is under way, with the ids of its writers. */
  open: z.output<typeof Open> | null;
};

/** States in which a revision is under way; the index submission_one_open_revision names the same. */
const openStates: SubmissionState[] = [
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'resubmitted',
  'accepted',
  'scheduled',
];

/** Null when there is no such practice, or readers do not see it. */
export async function readRevisable(
  db: Database | Transaction,
  practiceId: string,
): Promise<Revisable | null> {
  const practice = await findPublished(db, practiceId);
  if (!practice) return null;
  const rows = await db.$queryRaw`
    select s.id, s.state::text,
      array(select account_id from submission_member where submission_id = s.id order by is_author desc, since) as members
    from submission s where s.practice_id = ${practiceId} and s.based_on is not null and s.deleted_at is null
      and s.state::text = any(${openStates})`;
  return { ...practice, open: z.array(Open).parse(rows)[0] ?? null };
}
