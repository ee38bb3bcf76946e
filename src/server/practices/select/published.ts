import 'server-only';
import { z } from 'zod';
import type { PracticeFacts } from '#domain/permissions';
import { Prisma } from '#generated/prisma/client';
import type { Database, Transaction } from '#server/platform/db';

const Rows = z.array(
  z.object({
    id: z.string(),
    slug: z.string(),
    provenance: z.enum(['city', 'programme_excerpt', 'catalogue_summary']),
    originalLanguage: z.string(),
    publishedAt: z.date().nullable(),
    confirmedAt: z.date().nullable(),
    cities: z.array(z.string()),
    members: z.array(z.string()),
  }),
);

/** A published practice, with what permissions about it are decided by. */
export type StoredPractice = PracticeFacts & z.output<typeof Rows>[number];

/** The published practice of an id; null when there is none. */
export function findPublished(db: Database | Transaction, id: string): Promise<StoredPractice | null> {
  return selectPractice(db, Prisma.sql`p.id = ${id}`, Prisma.empty);
}

/** The published practice that has this slug now. */
export function findPublishedBySlug(
  db: Database | Transaction,
  slug: string,
): Promise<StoredPractice | null> {
  return selectPractice(db, Prisma.sql`s.slug = ${slug}`, Prisma.empty);
}

/** The published practice of an id, and until the transaction ends nobody else changes it. */
export function lockPublished(tx: Transaction, id: string): Promise<StoredPractice | null> {
  return selectPractice(tx, Prisma.sql`p.id = ${id}`, Prisma.sql`for update of p`);
}

async function selectPractice(
  db: Database | Transaction,
  which: Prisma.Sql,
  lock: Prisma.Sql,
): Promise<StoredPractice | null> {
  const rows = await db.$queryRaw`
    select p.id, s.slug, p.provenance::text, p.original_language as "originalLanguage",
      p.published_at as "publishedAt", p.confirmed_at as "confirmedAt",
      array(select city_id from practice_city where practice_id = p.id order by position) as cities,
      array(select m.account_id from submission x join submission_member m on m.submission_id = x.id
        where x.practice_id = p.id and x.state = 'published' order by m.is_author desc, m.since, m.account_id) as members
    from practice p join practice_slug s on s.practice_id = p.id and s.current
    where p.status = 'published' and ${which} ${lock}`;
  return Rows.parse(rows)[0] ?? null;
}
