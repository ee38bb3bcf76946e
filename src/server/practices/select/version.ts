import 'server-only';
import { z } from 'zod';
import { PracticeContent } from '#domain/practice-content';
import { Prisma } from '#generated/prisma/client';

/** One version of a published practice, without what it says. */
export const VersionLine = z.object({
  number: z.number(),
  at: z.date(),
  /** What changed, in a sentence for readers. */
  note: z.string(),
  /** Who stands for its text. */
  by: z.enum(['catalogue', 'city']),
});
export type VersionLine = z.output<typeof VersionLine>;

/** The versions of a practice, as rows of VersionLine, the latest first. */
export const versionLines = (practiceId: string) => Prisma.sql`
  select v.number, v.at, v.note, coalesce((select t ->> 'approved_by' from jsonb_array_elements(v.content -> 'texts') t
    where t ->> 'language' = v.content ->> 'originalLanguage'), 'catalogue') as by
  from practice_version v where v.practice_id = ${practiceId} order by v.number desc`;

/** A version of a practice, whole. */
export const VersionSource = z.object({
  id: z.string(),
  slug: z.string(),
  number: z.number(),
  at: z.date(),
  /** The number of the version that is public now. */
  present: z.number(),
  content: PracticeContent,
});
export type VersionSource = z.output<typeof VersionSource>;

/** Versions of the published practice of a slug, as rows of VersionSource in their order. */
export const versionsBySlug = (slug: string, numbers: readonly number[]) => Prisma.sql`
  select p.id, s.slug, v.number, v.at, v.content,
    (select max(number) from practice_version where practice_id = p.id) as present
  from practice_slug s
  join practice p on p.id = s.practice_id and p.status = 'published'
  join practice_version v on v.practice_id = p.id and v.number = any(${[...numbers]}::int[])
  where s.slug = ${slug} and s.current
  order by v.number`;
