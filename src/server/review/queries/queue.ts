import 'server-only';
import { z } from 'zod';
import type { Actor } from '#domain/actor';
import { isWaiting, moveEvents, type SubmissionState, submissionStates } from '#domain/lifecycle';
import { may } from '#domain/permissions';
import {
  queueLimits,
  type ReviewFilter,
  type ReviewSort,
  type ReviewTab,
  type reviewTabs,
  statesOfTab,
} from '#domain/review-filter';
import { DraftFields } from '#domain/submission-fields';
import { Prisma } from '#generated/prisma/client';
import { type Database, database } from '#server/platform/db';
import { conditionsOf, knownSubmissions } from '#server/review/queries/queue-conditions';

/** One submission as a row of the queue. */
export type QueueRow = {
  id: string;
  reference: string | null;
  state: SubmissionState;
  fields: Pick<DraftFields, 'title' | 'language' | 'country' | 'cities' | 'otherPlaces' | 'years'>;
  isRevision: boolean;
  /** How often it was sent. */
  sentCount: number;
  /** Since when it waits, or stands as it does. */
  since: Date;
  waits: boolean;
  dueOn: Date | null;
  claimedBy: { id: string; name: string } | null;
  /** Whether the reader wrote it: then others decide. */
  isOwn: boolean;
  mayClaim: boolean;
};

export type Queue = {
  /** As it was asked, the page brought back to where there is one. */
  filter: ReviewFilter;
  rows: readonly QueueRow[];
  counts: Readonly<Record<ReviewTab, number>>;
  pageCount: number;
  /** Who edits, to filter by. */
  editors: readonly { id: string; name: string }[];
  lastPublished: Date | null;
};

type Asked = { actor: Actor; filter: ReviewFilter; now: Date };

/** What an editor asks of the queue, and how much there is under each tab with the same restrictions. */
export async function listQueue(asked: Asked, db: Database = database()): Promise<Queue> {
  const { filter } = asked;
  const [{ counts, lastPublished }, editors] = await Promise.all([countTabs(asked, db), listEditors(db)]);
  const pageCount = Math.max(1, Math.ceil(counts[filter.tab] / queueLimits.pageSize));
  const reached = { ...filter, page: Math.min(filter.page, pageCount) };
  const rows = counts[filter.tab] === 0 ? [] : await readRows({ ...asked, filter: reached }, db);
  return { filter: reached, rows, counts, pageCount, editors, lastPublished };
}

const Counts = z.array(
  z.object({ state: z.enum(submissionStates), mine: z.boolean(), count: z.coerce.number() }),
);
const Last = z.tuple([z.object({ at: z.date().nullable() })]);

async function countTabs({ actor, filter, now }: Asked, db: Database) {
  const [rows, last] = await Promise.all([
    db.$queryRaw`
      select s.state::text, coalesce(s.claimed_by = ${actor.id}, false) as mine, count(*) as count
      ${knownSubmissions} where ${conditionsOf(filter, { actor, now, inTab: false })}
      group by 1, 2`,
    db.$queryRaw`select max(published_at) as at from practice where status = 'published'`,
  ]);
  const found = Counts.parse(rows);
  const countOf = (tab: ReviewTab) =>
    found
      .filter(({ state, mine }) => statesOfTab[tab].includes(state) && (tab !== 'mine' || mine))
      .reduce((sum, { count }) => sum + count, 0);
  const counts = {
    ...{ waiting: countOf('waiting'), mine: countOf('mine'), review: countOf('review') },
    ...{ authors: countOf('authors'), accepted: countOf('accepted'), declined: countOf('declined') },
    ...{ published: countOf('published'), archived: countOf('archived') },
  } satisfies Record<(typeof reviewTabs)[number], number>;
  return { counts, lastPublished: Last.parse(last)[0].at };
}

const Rows = z.array(
  z.object({
    id: z.string(),
    reference: z.string().nullable(),
    state: z.enum(submissionStates),
    fields: DraftFields.pick({
      ...{ title: true, language: true, country: true, cities: true, otherPlaces: true, years: true },
    }),
    isRevision: z.boolean(),
    sentCount: z.number(),
    since: z.date(),
    dueOn: z.date().nullable(),
    claimedBy: z.string().nullable(),
    claimedName: z.string().nullable(),
    declinedBy: z.string().nullable(),
    members: z.array(z.string()),
  }),
);

const orders: Record<ReviewSort, Prisma.Sql> = {
  waiting: Prisma.sql`since, s.id`,
  due: Prisma.sql`s.due_on nulls last, since, s.id`,
  newest: Prisma.sql`since desc, s.id`,
};

async function readRows({ actor, filter, now }: Asked, db: Database): Promise<QueueRow[]> {
  const rows = await db.$queryRaw`
    select s.id, s.reference, s.state::text, told.fields, s.based_on is not null as "isRevision",
      coalesce(sent.number, 0)::int as "sentCount", s.due_on as "dueOn", s.claimed_by as "claimedBy",
      coalesce(nullif(a.name, ''), a.email) as "claimedName", s.declined_by as "declinedBy",
      case when s.state in ('submitted', 'resubmitted', 'in_review') then coalesce(sent.at, s.updated_at)
        else coalesce(moved.at, s.updated_at) end as since,
      array(select account_id from submission_member where submission_id = s.id) as members
    ${knownSubmissions}
    left join account a on a.id = s.claimed_by
    left join lateral (select e.at from submission_event e
      where e.submission_id = s.id and e.kind = any(${[...moveEvents]}) order by e.id desc limit 1) moved on true
    where ${conditionsOf(filter, { actor, now, inTab: true })}
    order by ${orders[filter.sort]}
    limit ${queueLimits.pageSize} offset ${(filter.page - 1) * queueLimits.pageSize}`;
  return Rows.parse(rows).map(({ claimedBy, claimedName, declinedBy, members, ...row }) => ({
    ...row,
    claimedBy: claimedBy ? { id: claimedBy, name: claimedName ?? '' } : null,
    waits: isWaiting(row.state) || row.state === 'in_review',
    isOwn: members.includes(actor.id),
    mayClaim: may(actor, 'claim', { state: row.state, members, claimedBy, declinedBy }),
  }));
}

async function listEditors(db: Database): Promise<{ id: string; name: string }[]> {
  const rows = await db.account.findMany({
    where: { roles: { has: 'editor' }, suspendedAt: null },
    select: { id: true, name: true, email: true },
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
  });
  return rows.map(({ id, name, email }) => ({ id, name: name || email }));
}
