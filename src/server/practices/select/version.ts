import 'server-only';
import { z } from 'zod';
import { PracticeContent } from '#domain/practice-content';
import { Prisma } from '#generated/prisma/client';
import { ChangedSince, originalChangedAt } from '#server/practices/select/original-change';

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

/** That a translation of a practice was approved for readers, the `number`th of its language. */
export const TextPublication = z.object({
  language: z.string(),
  number: z.number(),
  at: z.date(),
  /** The version of the practice whose original it says. */
  madeFrom: z.number(),
  /** Whether readers can read the practice in this language now. */
  isRead: z.boolean(),
});
export type TextPublication = z.output<typeof TextPublication>;

/** What was published of a practice in other languages than its own, as rows of TextPublication, the latest first. */
export const textPublications = (practiceId: string) => Prisma.sql`
  select v.language, v.number, v.at, v.made_from as "madeFrom", exists (select from practice_text t
    where t.practice_id = v.practice_id and t.language = v.language) as "isRead"
  from practice_text_version v where v.practice_id = ${practiceId} order by v.at desc, v.language, v.number desc`;

/** A version of a practice, whole. */
export const VersionSource = z.object({
  id: z.string(),
  slug: z.string(),
  number: z.number(),
  at: z.date(),
  /** The number of the version that is public now. */
  present: z.number(),
  content: PracticeContent,
  /** By language, of translations that were out of date then. */
  changedSince: ChangedSince,
});
export type VersionSource = z.output<typeof VersionSource>;

/** When the original of version `v` had begun to say something else than its translation `t`. */
const changedBefore = originalChangedAt(Prisma.sql`(t ->> 'made_from')::int`, Prisma.sql`v.number`);

/** Versions of the published practice of a slug, as rows of VersionSource in their order. */
export const versionsBySlug = (slug: string, numbers: readonly number[]) => Prisma.sql`
  select p.id, s.slug, v.number, v.at, v.content,
    (select coalesce(jsonb_object_agg(t ->> 'language', ${changedBefore}), '{}')
      from jsonb_array_elements(v.content -> 'texts') t where t ->> 'state' = 'outdated') as "changedSince",
    (select max(number) from practice_version where practice_id = p.id) as present
  from practice_slug s
  join practice p on p.id = s.practice_id and p.status = 'published'
  join practice_version v on v.practice_id = p.id and v.number = any(${[...numbers]}::int[])
  where s.slug = ${slug} and s.current
  order by v.number`;
