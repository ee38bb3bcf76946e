import 'server-only';
import { z } from 'zod';
import type { SearchQuery } from '#domain/search-query';
import { Prisma } from '#generated/prisma/client';
import { holdingMost } from '#server/catalogue/queries/text-search-partly';
import { type Database, prepared } from '#server/platform/db';

const Rows = z.tuple([z.object({ ids: z.string(), begun: z.boolean(), partly: z.boolean() })]);

export type FoundTexts = {
  ids: string[];
  /** The words as they stand found nothing, so the last one was taken for the beginning of a word. */
  begun: boolean;
  /** No practice holds all of several words; these hold most of them. */
  partly: boolean;
};

/** Of references (D), sections (C), summary (B) and title (A). */
const weights = [0.05, 0.2, 0.6, 1];
/** The rank reads each text: beyond this many, tier and date decide. */
const rankedAtMost = 1_000;

/** Languages in which a word is written just so: in others a short stem may be the same by chance, as of "Gent" and "gente". */
const known = Prisma.sql`
  select a.term, w.language
  from asked a cross join lateral (select language from search_word where word = btrim(a.query::text, '''') offset 0) w
  where not a.stemmed and not a.fallback`;

/** Longer stems are shared by related languages rather than by chance. */
const chanceLetters = 6;

/**
 * Every hit of every term, with a tier: title, names of places and topics (mul), text, words that topics are searched by
 * (qaa); words as typed before other forms of them. A form is `foreign` in a language that does not know the word while
 * another does, and is not the reader's. A phrase between quotation marks is not looked for among the words of topics.
 */
const anyHit = (locale: string, phrases: readonly number[]) => {
  const foreign = Prisma.sql`char_length(a.query::text) <= ${chanceLetters} + 2 and s.language <> ${locale} and a.term in (select term from known)
    and not exists (select from known k where k.term = a.term and k.language = s.language)`;
  return Prisma.sql`
  select a.alternative, a.term, a.excluded, s.practice_id, 3 as tier, false as foreign_form
  from asked a join practice_search s on s.title @@ a.query
  where not a.stemmed and not a.fallback
  union all
  select a.alternative, a.term, a.excluded, s.practice_id, 2.6, ${foreign}
  from asked a join practice_search s on s.title_stemmed @@ a.query
  where a.stemmed and a.source is null and s.language = any(a.languages)
  union all
  select a.alternative, a.term, a.excluded, s.practice_id, case s.language when 'mul' then 2 when 'qaa' then 0.4 else 1 end, false
  from asked a join practice_search s on s.plain @@ a.query
  where not a.stemmed and not a.fallback and not (s.language = 'qaa' and (a.excluded or a.term = any(${[...phrases]}::int[])))
  union all
  select a.alternative, a.term, a.excluded, s.practice_id, case s.language when 'mul' then 1.6 when 'qaa' then 0.4 else 0.6 end,
    s.language not in ('mul', 'qaa') and ${foreign}
  from asked a join practice_search s on s.stemmed @@ a.query
  where a.stemmed and a.source is null
    and (s.language = any(a.languages) or s.language = 'mul' or (s.language = 'qaa' and not a.excluded))
  union all ${translatedHit(locale)}`;
};

/**
 * Hits of words that mean the same in another language, after those of the word itself. A practice that has an English text
 * is looked up in that alone: a word of a third language may look alike. A word that is not of the reader's language is
 * taken at its letters where it hits anything.
 */
const translatedHit = (locale: string) => Prisma.sql`
  select a.alternative, a.term, false, s.practice_id, case when s.title_stemmed @@ a.query then 0.55 else 0.5 end, a.source <> ${locale}
  from asked a join practice_search s on s.stemmed @@ a.query and s.language = any(a.languages)
  where a.source is not null and (s.language = 'en' or not exists (
    select from practice_search english where english.practice_id = s.practice_id and english.language = 'en'))`;

/** Foreign forms, and translations of foreign words, count only for a word that hits nothing better. */
const hit = Prisma.sql`
  select alternative, term, excluded, practice_id, tier from any_hit
  where not foreign_form or term not in (select term from surely_hit)`;

/** The same for the beginning of the last word; evaluated only when the words as they stand find nothing. */
const begunOnly = Prisma.sql`
  select a.alternative, a.term, s.practice_id,
    case when s.language = 'mul' then 2 when s.title @@ a.query then 3 else 1 end
  from asked a join practice_search s on s.plain @@ a.query
  where a.fallback and s.language <> 'qaa'`;
const begunHit = Prisma.sql`
  select alternative, term, practice_id, tier from hit where not excluded union all ${begunOnly}`;

/** Practices that hold every term of an alternative, by the hits of a query. */
const holding = (hits: Prisma.Sql) => Prisma.sql`
  select h.alternative, h.practice_id, avg(h.tier) as tier
  from (select alternative, practice_id, term, max(tier) as tier from (${hits}) every_hit group by 1, 2, 3) h
  join (select alternative, count(distinct term) as terms from asked where not excluded group by 1) wanted using (alternative)
  group by h.alternative, h.practice_id, wanted.terms having count(*) = wanted.terms`;

/** The same where there is one term, which needs no counting. */
const holdingOne = (hits: Prisma.Sql) => Prisma.sql`
  select alternative, practice_id, max(tier) as tier from (${hits}) every_hit group by 1, 2`;

/** All practices, for an alternative that only excludes; part of the statement only where there is one. */
const allButExcluded = Prisma.sql`
  select a.alternative, every_one.practice_id, 1 as tier
  from (select alternative from asked group by 1 having bool_and(excluded)) a
  cross join lateral (select practice_id from practice_search where language = 'mul' offset 0) every_one`;

/** In date order, the best of them ranked by how often the terms stand in them, as their language has them, and how near each other. */
const ranked = (locale: string) => Prisma.sql`
  select d.practice_id, max(
    (coalesce(ts_rank_cd(${weights}::float4[], s.plain, q.plain, 1), 0)
      + coalesce(ts_rank_cd(${weights}::float4[], s.stemmed, q.stemmed, 1), 0))
    * case when s.language = ${locale} then 1.5 else 1 end) as rank
  from dated d join practice_search s on s.practice_id = d.practice_id join (
    select l.language, string_agg('(' || a.query::text || ')', ' | ') filter (where not a.stemmed)::tsquery as plain,
      string_agg('(' || a.query::text || ')', ' | ') filter (where a.stemmed)::tsquery as stemmed
    from search_language l join asked a on not a.excluded and (not a.stemmed or l.language = any(a.languages))
    group by l.language
  ) q on q.language = s.language
  where d.place <= ${rankedAtMost}
  group by d.practice_id`;

/**
 * Ids of the published practices that have every term of the query, best first: by tier, then by rank, then by date.
 * Terms may stand in different texts and names of a practice. Where none has them all, those that have most of them.
 */
export async function findByText(db: Database, query: SearchQuery, locale: string): Promise<FoundTexts> {
  const terms = query.flat();
  const isOne = terms.length === 1 && !terms[0]?.excluded;
  const hold = isOne ? holdingOne : holding;
  const rest = query.some((list) => list.every(({ excluded }) => excluded))
    ? Prisma.sql`union all ${allButExcluded}`
    : Prisma.empty;
  const unlessExcluded = terms.some(({ excluded }) => excluded)
    ? Prisma.sql`where not exists (
        select from hit h where h.excluded and h.alternative = one.alternative and h.practice_id = one.practice_id)`
    : Prisma.empty;
  const rows = await db.$queryRaw`${prepared}
    with asked as materialized (select * from search_queries(${termsJson(query)}::jsonb, ${locale})),
    known as materialized (${known}),
    any_hit as materialized (${anyHit(locale, phrasesOf(query))}),
    surely_hit as materialized (select distinct term from any_hit where not foreign_form),
    hit as not materialized (${hit}),
    whole as materialized (
      ${hold(Prisma.sql`select alternative, term, practice_id, tier from hit where not excluded`)} ${rest}
    ),
    begun as materialized (select * from (${hold(begunHit)}) late where not exists (select from whole)),
    partly as materialized (${isOne ? noneOfSeveral : partlyHeld(query)}),
    found as materialized (
      select practice_id, max(tier) as tier
      from (select * from whole union all select * from begun union all select * from partly) one
      ${unlessExcluded}
      group by practice_id
    ),
    dated as materialized (
      select f.practice_id, f.tier, row_number() over (
        order by f.tier desc, p.start_year desc nulls last, p.published_at desc, p.id) as place
      from found f join practice p on p.id = f.practice_id
    )
    select coalesce(string_agg(d.practice_id, ' ' order by d.tier desc, r.rank desc nulls last, d.place), '') as ids,
      not exists (select from whole) as begun, exists (select from partly) as partly
    from dated d left join (${ranked(locale)}) r using (practice_id)`;
  const [{ ids, begun, partly }] = Rows.parse(rows);
  return { ids: ids === '' ? [] : ids.split(' '), begun, partly };
}

/** Nothing, where there is one term: who does not hold it holds nothing of the query. */
const noneOfSeveral = Prisma.sql`select null::int as alternative, null::text as practice_id, null::numeric as tier where false`;

/** Practices that hold most of the terms; looked for only when none holds them all. */
const partlyHeld = (query: SearchQuery) => Prisma.sql`
  select * from (${holdingMost(begunOnly, phrasesOf(query))}) later
  where not exists (select from whole) and not exists (select from begun)`;

/** The numbers, as in termsJson, of the terms that must stand as they are written. */
function phrasesOf(query: SearchQuery): number[] {
  return query.flat().flatMap(({ exact, excluded }, term) => (exact && !excluded ? [term] : []));
}

/** What the SQL function search_queries reads. */
export function termsJson(query: SearchQuery): string {
  const terms = query.flatMap((list, alternative) => list.map((term) => ({ ...term, alternative })));
  return JSON.stringify(terms.map((term, number) => ({ ...term, term: number })));
}
