import 'server-only';
import { z } from 'zod';
import { type SubmissionState, submissionStates } from '#domain/lifecycle';
import type { SubmissionFacts } from '#domain/permissions';
import { DraftFields } from '#domain/submission-fields';
import { Prisma } from '#generated/prisma/client';
import type { Database, Transaction } from '#server/platform/db';

const Rows = z.array(
  z.object({
    id: z.string(),
    reference: z.string().nullable(),
    state: z.enum(submissionStates),
    version: z.number(),
    fields: DraftFields,
    updated_at: z.coerce.date(),
    submitted_at: z.coerce.date().nullable(),
    members: z.array(z.string()),
    practice_id: z.string().nullable(),
    based_on: z.number().nullable(),
    claimed_by: z.string().nullable(),
    declined_by: z.string().nullable(),
    due_on: z.coerce.date().nullable(),
    publish_at: z.coerce.date().nullable(),
  }),
);

const idFormat = /^[0-9a-z]{10}$/;

/** A submission as its row says, with what permissions are decided by. */
export type StoredSubmission = SubmissionFacts & {
  id: string;
  reference: string | null;
  state: SubmissionState;
  version: number;
  fields: DraftFields;
  updatedAt: Date;
  submittedAt: Date | null;
  /** The published practice it became, or is a revision of. */
  practiceId: string | null;
  /** For a revision: the version of the practice it began from. */
  basedOn: number | null;
  /** The day by which the editors mean to have answered. */
  dueOn: Date | null;
  /** When it is to be published, where a time was set. */
  publishAt: Date | null;
};

/** A submission; null when there is none, or it was deleted. */
export function findSubmission(db: Database | Transaction, id: string): Promise<StoredSubmission | null> {
  return selectSubmission(db, id, Prisma.empty);
}

/** The same, and until the transaction ends nobody else changes it. */
export function lockSubmission(tx: Transaction, id: string): Promise<StoredSubmission | null> {
  return selectSubmission(tx, id, Prisma.sql`for update of s`);
}

/** The submission whose text readers see, or saw until it was archived; nobody else changes it until the transaction ends. */
export async function lockShown(tx: Transaction, practiceId: string): Promise<StoredSubmission | null> {
  const rows: unknown = await tx.$queryRaw`
    select id from submission
    where practice_id = ${practiceId} and state in ('published', 'archived') for update`;
  const [row] = z.array(z.object({ id: z.string() })).parse(rows);
  return row ? lockSubmission(tx, row.id) : null;
}

async function selectSubmission(
  db: Database | Transaction,
  id: string,
  lock: Prisma.Sql,
): Promise<StoredSubmission | null> {
  // An address may hold anything; some of it the database would not take.
  if (!idFormat.test(id)) return null;
  const rows = await db.$queryRaw`
    select s.id, s.reference, s.state::text, s.version, s.fields, s.updated_at, s.submitted_at,
      s.practice_id, s.based_on, s.claimed_by, s.declined_by, s.due_on, s.publish_at,
      array(select account_id from submission_member where submission_id = s.id
        order by is_author desc, since, account_id) as members
    from submission s where s.id = ${id} and s.deleted_at is null ${lock}`;
  const [row] = Rows.parse(rows);
  if (!row) return null;
  const { id: own, reference, state, version, fields, members } = row;
  return {
    ...{ id: own, reference, state, version, fields, members },
    ...{
      updatedAt: row.updated_at,
      submittedAt: row.submitted_at,
      dueOn: row.due_on,
      publishAt: row.publish_at,
    },
    ...{ practiceId: row.practice_id, basedOn: row.based_on },
    ...{ claimedBy: row.claimed_by, declinedBy: row.declined_by },
  };
}
