import 'server-only';
import { z } from 'zod';
import { type SubmissionState, submissionStates } from '#domain/lifecycle';
import { type Database, database } from '#server/platform/db';

/** One of a person's examples, as a row of their list. */
export type OwnSubmission = {
  id: string;
  title: string;
  /** Language of the title; empty while it is not chosen. */
  language: string;
  reference: string | null;
  state: SubmissionState;
  updatedAt: Date;
  /** Who else writes in it, by name. */
  others: readonly string[];
  isAuthor: boolean;
  /** The present address of the published practice that it is a revision of. */
  revises: string | null;
};

const Rows = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    language: z.string(),
    reference: z.string().nullable(),
    state: z.enum(submissionStates),
    updatedAt: z.coerce.date(),
    others: z.array(z.string()),
    isAuthor: z.boolean(),
    revises: z.string().nullable(),
  }),
);

/** More than a person writes; who has more finds the latest. */
const most = 200;

/** Everything a person writes in, what changed last first. */
export async function listSubmissions(
  accountId: string,
  db: Database = database(),
): Promise<OwnSubmission[]> {
  const rows = await db.$queryRaw`
    select s.id, coalesce(s.fields ->> 'title', '') as title, coalesce(s.fields ->> 'language', '') as language,
      s.reference, s.state::text, s.updated_at as "updatedAt", m.is_author as "isAuthor",
      (select slug from practice_slug join practice p on p.id = practice_id and p.status = 'published'
        where s.based_on is not null and practice_id = s.practice_id and current) as revises,
      array(select coalesce(nullif(a.name, ''), a.email) from submission_member o
        join account a on a.id = o.account_id
        where o.submission_id = s.id and o.account_id <> ${accountId}
        order by o.is_author desc, o.since, a.id) as others
    from submission_member m
    join submission s on s.id = m.submission_id
    where m.account_id = ${accountId} and s.deleted_at is null
    order by s.updated_at desc, s.id
    limit ${most}`;
  return Rows.parse(rows);
}

/** Everyone who writes in a submission, by name, the author first. Whether a person may know is for the caller to have asked. */
export async function listMembers(
  submissionId: string,
  db: Database = database(),
): Promise<{ id: string; name: string; isAuthor: boolean }[]> {
  const rows = await db.submissionMember.findMany({
    where: { submissionId },
    select: { isAuthor: true, account: { select: { id: true, name: true, email: true } } },
    orderBy: [{ isAuthor: 'desc' }, { since: 'asc' }, { accountId: 'asc' }],
  });
  return rows.map(({ isAuthor, account }) => ({
    id: account.id,
    name: account.name || account.email,
    isAuthor,
  }));
}
