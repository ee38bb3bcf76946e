import 'server-only';
import { z } from 'zod';
import type { Actor } from '#domain/actor';
import { mayApprove, textNames } from '#domain/translation';
import {
  type TextStanding,
  type TranslationFilter,
  textStandings,
  translationListLimits,
} from '#domain/translation-filter';
import { Prisma } from '#generated/prisma/client';
import { type Database, database } from '#server/platform/db';
import { linesFor, restrictionsOf } from '#server/translations/queries/list-conditions';

const Row = z.object({
  practiceId: z.string(),
  slug: z.string(),
  originalLanguage: z.string(),
  title: z.string(),
  language: z.string(),
  state: z.enum(textStandings),
  /** Whether readers have a text of it. */
  isPublic: z.boolean(),
  /** Whether it came back with words about what is to be changed. */
  isReturned: z.boolean(),
  translator: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Since when it stands so, as far as that is known. */
  since: z.coerce.date().nullable(),
  /** Parts of the original that say something else now. */
  changed: z.number(),
  /** Whether it waits for this person to do something. */
  waits: z.boolean(),
});
const Answer = z.tuple([
  z.object({ counts: z.partialRecord(z.enum(textStandings), z.number()), rows: z.array(Row) }),
]);

/** One language of a published practice, as a row of the list. */
export type TranslationRow = z.output<typeof Row>;

export type TranslationList = {
  /** As it was asked, the page brought back to where there is one. */
  filter: TranslationFilter;
  rows: readonly TranslationRow[];
  /** How many there are in each state, with the same restrictions. */
  counts: Readonly<Record<TextStanding, number>>;
  pageCount: number;
};

/** What a person may translate, what waits for them first; and how much there is in each state. */
export async function listTranslations(
  { actor, filter }: { actor: Actor; filter: TranslationFilter },
  db: Database = database(),
): Promise<TranslationList> {
  const [{ counts: found, rows }] = Answer.parse(await db.$queryRaw(listStatement(actor, filter)));
  const counts = {
    ...{ ready: 0, draft: 0, outdated: 0, machine: 0, none: 0, approved: 0 },
    ...found,
  };
  const total = filter.state
    ? counts[filter.state]
    : Object.values(counts).reduce((sum, count) => sum + count, 0);
  const pageCount = Math.max(1, Math.ceil(total / translationListLimits.pageSize));
  return { filter: { ...filter, page: Math.min(filter.page, pageCount) }, rows, counts, pageCount };
}

/** A page of lines, and the counts of all, as one row of JSON. */
function listStatement(actor: Actor, filter: TranslationFilter): Prisma.Sql {
  const { pageSize } = translationListLimits;
  const inState = filter.state ? Prisma.sql`state = ${filter.state}` : Prisma.sql`true`;
  return Prisma.sql`
    with line as materialized (${linesFor(actor, filter)}),
    known as materialized (
      select l.*, o.title, x.practice_id is not null as public, t.translator_id, t.updated_at,
        coalesce(t.state::text, x.state::text, 'none') as state,
        coalesce(t.made_from, x.made_from) as made_from,
        coalesce(t.returned_for, '') <> '' as returned,
        coalesce(t.translator_id = ${actor.id}, false) as own,
        ${mayApprove(actor)} and coalesce(t.translator_id <> ${actor.id}, false) and not exists (
          select from translation_save s where s.translation_id = t.id
            and s.version > t.approved_as and s.account_id = ${actor.id}) as decides
      from line l
      join practice_text o on o.practice_id = l.id and o.language = l.original_language
      left join translation t on t.practice_id = l.id and t.language = l.language
      left join practice_text x on x.practice_id = l.id and x.language = l.language
      where ${restrictionsOf(filter, actor)}),
    ranked as (select *, ${rankOfLine} as rank from known),
    page as (
      select * from ranked where ${inState}
      order by ${orderOfLines}
      limit ${pageSize} offset ${pageSize} * greatest(0, least(${filter.page} - 1,
        (select (count(*) - 1) / ${pageSize} from ranked where ${inState})))),
    told as (
      select page.*, coalesce(nullif(a.name, ''), a.email) as name,
        case when state = 'outdated' then (select min(v.at) from practice_version v
          where v.practice_id = page.id and v.number > page.made_from) else updated_at end as since,
        ${changedParts} as changed
      from page left join account a on a.id = page.translator_id)
    select
      (select coalesce(jsonb_object_agg(state, n), '{}')
        from (select state, count(*) as n from known group by state) c) as counts,
      (select coalesce(jsonb_agg(jsonb_build_object(
        'practiceId', id, 'slug', slug, 'originalLanguage', original_language, 'title', title,
        'language', language, 'state', state, 'isPublic', public, 'isReturned', returned and state = 'draft',
        'translator', case when translator_id is not null
          then jsonb_build_object('id', translator_id, 'name', name) end,
        'since', since, 'changed', changed, 'waits', rank <= 3) order by ${orderOfLines}), '[]') from told) as rows`;
}

/** What waits for this person comes first: to approve, to mend, to go on with, to bring up to date; what is done, last. */
const rankOfLine = Prisma.sql`case
  when state = 'ready' and decides then 1
  when state = 'draft' and own and returned then 2
  when state = 'draft' and own then 3
  when state = 'outdated' then 4
  when state = 'machine' then 5
  when state = 'none' then 6
  when state = 'ready' then 7
  when state = 'draft' then 8
  else 9 end`;

const orderOfLines = Prisma.sql`rank, case when rank <= 3 then updated_at end, not own,
  title collate "und-x-icu", language, id`;

/** How many parts of the original are not what they were in the version that the text was made from. */
const changedParts = Prisma.sql`coalesce((
  select count(*)::int from practice_version v
  cross join lateral jsonb_array_elements(v.content -> 'texts') old
  join practice_text o on o.practice_id = page.id and o.language = page.original_language
  cross join unnest(${[...textNames]}::text[]) as part
  where v.practice_id = page.id and v.number = page.made_from
    and v.content ->> 'originalLanguage' = old ->> 'language'
    and btrim(coalesce(old ->> part, ''), E' \\t\\r\\n') <> btrim(coalesce(to_jsonb(o) ->> part, ''), E' \\t\\r\\n')), 0)`;
