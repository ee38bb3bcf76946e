import 'server-only';
import type { Actor } from '#domain/actor';
import type { SubmissionState } from '#domain/lifecycle';
import { nobody, type ReviewFilter, reviewTabs, statesOfTab } from '#domain/review-filter';
import { Prisma } from '#generated/prisma/client';

/** States in which an answer of the editors is due. */
const awaited: readonly SubmissionState[] = ['submitted', 'resubmitted', 'in_review'];

/** Every state that some tab shows. */
const shown = [...new Set(reviewTabs.flatMap((tab) => statesOfTab[tab]))];

/**
 * What editors know of, as they know it: while its authors change it, by what they sent. `s` is its row, `sent` what was
 * sent last, `told` its fields.
 */
export const knownSubmissions = Prisma.sql`
  from submission s
  left join lateral (select t.number, t.at, t.fields from submission_sent t
    where t.submission_id = s.id order by t.number desc limit 1) sent on true
  cross join lateral (select case when s.state = 'changes_requested'
    then coalesce(sent.fields, s.fields) else s.fields end as fields) told`;

/** The restrictions of a filter; with `inTab`, also that of its tab. */
export function conditionsOf(
  filter: ReviewFilter,
  { actor, now, inTab }: { actor: Actor; now: Date; inTab: boolean },
): Prisma.Sql {
  const { tab, q, country, language, topic, editor, late } = filter;
  const states = inTab ? statesOfTab[tab] : shown;
  const all = [
    Prisma.sql`s.deleted_at is null and s.state = any(${[...states]}::"SubmissionState"[])`,
    ...(inTab && tab === 'mine' ? [Prisma.sql`s.claimed_by = ${actor.id}`] : []),
    ...(country ? [Prisma.sql`told.fields ->> 'country' = ${country}`] : []),
    ...(language ? [Prisma.sql`told.fields ->> 'language' = ${language}`] : []),
    ...(topic ? [Prisma.sql`told.fields -> 'topics' @> to_jsonb(${topic}::text)`] : []),
    ...(editor === nobody ? [Prisma.sql`s.claimed_by is null`] : []),
    ...(editor && editor !== nobody ? [Prisma.sql`s.claimed_by = ${editor}`] : []),
    ...(late
      ? [Prisma.sql`s.due_on < ${now}::date and s.state = any(${[...awaited]}::"SubmissionState"[])`]
      : []),
    ...(q ? q.split(' ').map(wordCondition) : []),
  ];
  return Prisma.join(all, ' and ');
}

/** A word of the title or the reference, in whatever case and with or without accents. */
function wordCondition(word: string): Prisma.Sql {
  return Prisma.sql`strpos(
    unaccent(lower(coalesce(s.reference, '') || ' ' || coalesce(told.fields ->> 'title', '') collate "und-x-icu")),
    unaccent(lower(${word} collate "und-x-icu"))) > 0`;
}
