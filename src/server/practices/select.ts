import 'server-only';
import { z } from 'zod';
import { PracticeContent } from '#domain/practice-content';
import { Prisma } from '#generated/prisma/client';

/** A text a visitor may read: everything that is not a draft or a machine's. */
export const publicText = { state: { in: ['approved', 'outdated'] } } satisfies Prisma.PracticeTextWhereInput;

/** A practice as its own page needs it, all its public texts in full. */
export const RecordSource = z.object({
  id: z.string(),
  /** Whether it was asked for by its present slug. */
  isCurrent: z.boolean(),
  slug: z.string(),
  /** Why and when it was taken out of the catalogue. Its content is not for readers then. */
  archived: z.object({ at: z.coerce.date().nullable(), because: z.string().nullable() }).nullable(),
  publishedAt: z.date().nullable(),
  updatedAt: z.date(),
  /** The version that is public now; null for one that was published before versions were kept. */
  version: z.object({ number: z.number(), at: z.coerce.date() }).nullable(),
  content: PracticeContent,
});
export type RecordSource = z.output<typeof RecordSource>;

/** The practice of a slug that was ever published, whether or not it is the present slug, as a row of RecordSource: one statement. */
export const recordBySlug = (slug: string) => Prisma.sql`
  select p.id, asked.current as "isCurrent", present.slug, p.published_at as "publishedAt", p.updated_at as "updatedAt",
    case when p.status = 'archived' then jsonb_build_object('at', p.archived_at, 'because', p.archived_because) end as archived,
    (select jsonb_build_object('number', v.number, 'at', v.at) from practice_version v
      where v.practice_id = p.id order by v.number desc limit 1) as version,
    practice_content(p.id) as content
  from practice_slug asked
  join practice p on p.id = asked.practice_id and p.status in ('published', 'archived')
  join practice_slug present on present.practice_id = p.id and present.current
  where asked.slug = ${slug}`;
