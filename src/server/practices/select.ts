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
  updatedAt: z.date(),
  texts: z.array(Text),
  cities: z.array(z.string()),
  topics: z.array(z.string()),
  targetGroups: z.array(z.string()),
});
export type RecordSource = z.output<typeof RecordSource>;

/** The published practice of a slug, whether or not it is the present one, as a row of RecordSource: one statement. */
export const recordBySlug = (slug: string) => Prisma.sql`
  select p.id, asked.current as "isCurrent", present.slug, p.country, p.start_year as "startYear", p.end_year as "endYear",
    p.ongoing, p.original_language as "originalLanguage", p.provenance::text, p.sources_read_on as "sourcesReadOn",
    p.canonical_url as "canonicalUrl", p.published_at as "publishedAt", p.updated_at as "updatedAt",
    (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from practice_text t
      where t.practice_id = p.id and t.state in ('approved', 'outdated')) as texts,
    array(select city_id from practice_city where practice_id = p.id order by position) as cities,
    array(select topic_id from practice_topic where practice_id = p.id order by position) as topics,
    array(select target_group_id from practice_target_group where practice_id = p.id order by position) as "targetGroups"
  from practice_slug asked
  join practice p on p.id = asked.practice_id and p.status = 'published'
  join practice_slug present on present.practice_id = p.id and present.current
  where asked.slug = ${slug}`;
