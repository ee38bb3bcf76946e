import 'server-only';
import { z } from 'zod';
import { Prisma } from '#generated/prisma/client';

/** A text a visitor may read: everything that is not a draft or a machine's. */
export const publicText = { state: { in: ['approved', 'outdated'] } } satisfies Prisma.PracticeTextWhereInput;

const Text = z.object({
  language: z.string(),
  approved_by: z.enum(['catalogue', 'city']),
  title: z.string(),
  summary: z.string().nullable(),
  purpose: z.string().nullable(),
  rationale: z.string().nullable(),
  process: z.string().nullable(),
  impact: z.string().nullable(),
  evidence: z.string().nullable(),
  resources: z.string().nullable(),
  challenges: z.string().nullable(),
  transfer: z.string().nullable(),
  references: z.string().nullable(),
});

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
  country: z.string(),
  startYear: z.number().nullable(),
  endYear: z.number().nullable(),
  ongoing: z.boolean(),
  originalLanguage: z.string(),
  provenance: z.enum(['city', 'programme_excerpt', 'catalogue_summary']),
  sourcesReadOn: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  publishedAt: z.date().nullable(),
  confirmedAt: z.date().nullable(),
  updatedAt: z.date(),
  texts: z.array(Text),
  cities: z.array(z.string()),
  topics: z.array(z.string()),
  targetGroups: z.array(z.string()),
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
          where t.practice_id = o.id and t.state in ('approved', 'outdated'))) as practice
      from practice o join practice_slug s on s.practice_id = o.id and s.current
      where o.status = 'published' and o.id = case when a.practice_id = p.id then a.own_practice_id else a.practice_id end
    ) other on true
    where a.state = 'confirmed' and (a.practice_id = p.id or a.own_practice_id = p.id))`;

/** The published practice of a slug, whether or not it is the present one, as a row of RecordSource: one statement. */
export const recordBySlug = (slug: string) => Prisma.sql`
  select p.id, asked.current as "isCurrent", present.slug, p.country, p.start_year as "startYear", p.end_year as "endYear",
    p.ongoing, p.original_language as "originalLanguage", p.provenance::text, p.sources_read_on as "sourcesReadOn",
    p.canonical_url as "canonicalUrl", p.published_at as "publishedAt", p.confirmed_at as "confirmedAt", p.updated_at as "updatedAt",
    (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from practice_text t
      where t.practice_id = p.id and t.state in ('approved', 'outdated')) as texts,
    array(select city_id from practice_city where practice_id = p.id order by position) as cities,
    array(select topic_id from practice_topic where practice_id = p.id order by position) as topics,
    array(select target_group_id from practice_target_group where practice_id = p.id order by position) as "targetGroups",
    ${adoptionsOfPractice} as adoptions
  from practice_slug asked
  join practice p on p.id = asked.practice_id and p.status = 'published'
  join practice_slug present on present.practice_id = p.id and present.current
  where asked.slug = ${slug}`;
