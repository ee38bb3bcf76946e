import 'server-only';
import { z } from 'zod';
import { type SubmissionState, submissionStates } from '#domain/lifecycle';
import type { PracticeFacts } from '#domain/permissions';
import type { Database, Transaction } from '#server/platform/db';

const Rows = z.array(
  z.object({
    cities: z.array(z.string()),
    members: z.array(z.string()),
    open: z
      .object({ id: z.string(), state: z.enum(submissionStates), members: z.array(z.string()) })
      .nullable(),
  }),
);

/** What decides about a revision of a published practice. */
export type Revisable = PracticeFacts & {
  /** The revision that is under way, with the ids of its writers. */
  open: z.output<typeof Rows>[number]['open'];
};

/** States in which a revision is under way; the index submission_one_open_revision names the same. */
export const openStates: SubmissionState[] = [
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
  const rows = await db.$queryRaw`
    select array(select city_id from practice_city where practice_id = p.id) as cities,
      array(select m.account_id from submission s join submission_member m on m.submission_id = s.id
        where s.practice_id = p.id and s.state = 'published') as members,
      (select jsonb_build_object('id', s.id, 'state', s.state, 'members',
          array(select account_id from submission_member where submission_id = s.id order by is_author desc, since))
        from submission s where s.practice_id = p.id and s.based_on is not null and s.deleted_at is null
          and s.state::text = any(${openStates})) as open
    from practice p where p.id = ${practiceId} and p.status = 'published'`;
  return Rows.parse(rows)[0] ?? null;
}
