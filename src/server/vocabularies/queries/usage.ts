import 'server-only';
import { z } from 'zod';
import type { VocabularyKind } from '#domain/vocabulary';
import { Prisma } from '#generated/prisma/client';
import { type Database, database, type Transaction } from '#server/platform/db';

/** How many there are that have an entry. */
export type Usage = {
  practices: number;
  /** Examples that are not published yet, in whatever state. */
  drafts: number;
  /** People who work for a city or are invited for it. */
  people: number;
  /** Entries that became this one: their addresses lead here. */
  merged: number;
};

const Rows = z.tuple([
  z.object({ practices: z.number(), drafts: z.number(), people: z.number(), merged: z.number() }),
]);

const practices = {
  topic: (id: string) => Prisma.sql`select from practice_topic where topic_id = ${id}`,
  city: (id: string) => Prisma.sql`select from practice_city where city_id = ${id}`,
  group: (id: string) => Prisma.sql`select from practice_target_group where target_group_id = ${id}`,
};

/** The field of a submission that holds the ids of a list. */
export const fieldOf = { topic: 'topics', city: 'cities', group: 'targetGroups' } as const;

/** What uses an entry now. */
export async function readUsage(
  db: Database | Transaction,
  kind: VocabularyKind,
  id: string,
): Promise<Usage> {
  const rows = await db.$queryRaw`
    select (select count(*) from (${practices[kind](id)}) used)::int as practices,
      (select count(*) from submission where deleted_at is null and fields -> ${fieldOf[kind]} ? ${id})::int as drafts,
      case when ${kind} = 'city' then
        (select count(*) from affiliation where city_id = ${id})
        + (select count(*) from invitation where ${id} = any (city_ids))
        + (select count(*) from sign_in_code where access ->> 'cityId' = ${id} and used_at is null and expires_at > now())
        else 0 end::int as people,
      (select count(*) from vocabulary_redirect where kind::text = ${kind} and to_id = ${id})::int as merged`;
  return Rows.parse(rows)[0];
}

/** The same, for a page. */
export function readUsageNow(kind: VocabularyKind, id: string): Promise<Usage> {
  return readUsage(database(), kind, id);
}

export function isUsed(usage: Usage): boolean {
  return Object.values(usage).some((count) => count > 0);
}
