import 'server-only';
import { z } from 'zod';
import { PracticeContent } from '#domain/practice-content';
import { Prisma } from '#generated/prisma/client';
import { MachineDraft, machineDraftsOfPractice } from '#server/practices/select/machine-draft';
import { ChangedSince, originalChangedAt } from '#server/practices/select/original-change';

/** That another city repeats the practice, or, `isOwn`, that this practice repeats another. The other one where it is public. */
const Adoption = z.object({
  isOwn: z.boolean(),
  city: z.string(),
  year: z.number(),
  words: z.string(),
  website: z.string().nullable(),
  other: z
    .object({ slug: z.string(), language: z.string(), titles: z.record(z.string(), z.string()) })
    .nullable(),
});

/** A practice as its own page needs it, all its public texts in full. */
export const RecordSource = z.object({
  id: z.string(),
  /** Whether it was asked for by its present slug. */
  isCurrent: z.boolean(),
  slug: z.string(),
  /** Why and when it was taken out of the catalogue. Its content is not for readers then. */
  archived: z.object({ at: z.coerce.date().nullable(), because: z.string().nullable() }).nullable(),
  publishedAt: z.date().nullable(),
  confirmedAt: z.date().nullable(),
  updatedAt: z.date(),
  /** The version that is public now; null for one that was published before versions were kept. */
  version: z.object({ number: z.number(), at: z.coerce.date() }).nullable(),
  content: PracticeContent,
  /** By language, of translations that are out of date. */
  changedSince: ChangedSince,
  /** Only where readers may see them. */
  machineDrafts: z.array(MachineDraft),
  adoptions: z.array(Adoption),
});
export type RecordSource = z.output<typeof RecordSource>;

/** What editors have confirmed of practice `p`, both ways, the earliest first. */
const adoptionsOfPractice = Prisma.sql`
  (select coalesce(jsonb_agg(jsonb_build_object('isOwn', a.practice_id <> p.id, 'city', a.city_id, 'year', a.year,
      'words', a.words, 'website', a.website, 'other', other.practice) order by a.year, a.id), '[]')
    from adoption a left join lateral (
      select jsonb_build_object('slug', s.slug, 'language', o.original_language, 'titles',
        (select jsonb_object_agg(t.language, t.title) from practice_text t
          where t.practice_id = o.id)) as practice
      from practice o join practice_slug s on s.practice_id = o.id and s.current
      where o.status = 'published' and o.id = case when a.practice_id = p.id then a.own_practice_id else a.practice_id end
    ) other on true
    where a.state = 'confirmed' and (a.practice_id = p.id or a.own_practice_id = p.id))`;

/** When the original of practice `p` began to say something else than its translations. */
const changesOfPractice = Prisma.sql`
  (select coalesce(jsonb_object_agg(t.language, ${originalChangedAt(Prisma.sql`t.made_from`)}), '{}')
    from practice_text t where t.practice_id = p.id and t.state = 'outdated')`;

type Asked = { withMachineDrafts: boolean };

/** The practice of a slug that was ever published, whether or not it is the present slug, as a row of RecordSource: one statement. */
export const recordBySlug = (slug: string, { withMachineDrafts }: Asked) => Prisma.sql`
  select p.id, asked.current as "isCurrent", present.slug, p.published_at as "publishedAt",
    p.confirmed_at as "confirmedAt", p.updated_at as "updatedAt",
    case when p.status = 'archived' then jsonb_build_object('at', p.archived_at, 'because', p.archived_because) end as archived,
    (select jsonb_build_object('number', v.number, 'at', v.at) from practice_version v
      where v.practice_id = p.id order by v.number desc limit 1) as version,
    practice_content(p.id) as content, ${changesOfPractice} as "changedSince",
    ${withMachineDrafts ? machineDraftsOfPractice : Prisma.sql`'[]'::jsonb`} as "machineDrafts",
    ${adoptionsOfPractice} as adoptions
  from practice_slug asked
  join practice p on p.id = asked.practice_id and p.status in ('published', 'archived')
  join practice_slug present on present.practice_id = p.id and present.current
  where asked.slug = ${slug}`;
