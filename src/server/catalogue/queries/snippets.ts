import 'server-only';
import { z } from 'zod';
import type { SearchQuery } from '#domain/search-query';
import { cutSnippet, type Match, snippetMarks } from '#domain/snippet';
import { Prisma } from '#generated/prisma/client';
import { termsJson } from '#server/catalogue/queries/text-search';

const Rows = z.array(
  z.object({
    id: z.string(),
    languages: z.array(z.string()),
    language: z.string().nullable(),
    snippet: z.string().nullable(),
    named: z.array(z.number()),
  }),
);

/** Where a practice of the page was found, and the words that are in none of its texts but in a name of its places or topics. */
type Stands = Omit<Match, 'names'> & { named: readonly string[] };

const headline = `StartSel="${snippetMarks.start}", StopSel="${snippetMarks.stop}", MaxFragments=2, MaxWords=18, MinWords=8, ShortWord=0, FragmentDelimiter=" … "`;

/**
 * The statement that says where the practices of one page were found. The snippet comes from the text that holds most of
 * the query, the reader's own before others; of the text that is shown only its sections, since the rest is in sight.
 */
export const matchRows = (query: SearchQuery, ids: readonly string[], locale: string) => Prisma.sql`
    with asked as materialized (select * from search_queries(${termsJson(query)}::jsonb, ${locale}) where not excluded),
    -- Which of the terms each row of the practices holds, anywhere and in what a card shows.
    hit as materialized (
      select s.practice_id, s.language, a.term, a.source is not null as translated,
        case when a.stemmed then ts_filter(s.stemmed, '{a,b}') else ts_filter(s.plain, '{a,b}') end @@ a.query as visible
      from practice_search s
      join asked a on case when a.stemmed
        then s.stemmed @@ a.query and (s.language = any(a.languages) or s.language in ('mul', 'qaa') and a.source is null)
        else s.plain @@ a.query end
      where s.practice_id = any(${[...ids]})
    ),
    -- What the words mean in another language counts where no text has the words themselves.
    held as materialized (
      select practice_id, language, array_agg(distinct term) as terms,
        array_agg(distinct term) filter (where visible) as visible
      from hit h
      where language not in ('mul', 'qaa') and (not translated or not exists (
        select from hit own where own.practice_id = h.practice_id and own.term = h.term and not own.translated
          and own.language not in ('mul', 'qaa')))
      group by 1, 2
    ),
    named as materialized (
      select practice_id, array_agg(distinct term) as terms, array_agg(distinct term) filter (where language = 'mul') as names
      from hit where language in ('mul', 'qaa') group by 1
    ),
    shown as materialized (
      select distinct on (t.practice_id) t.practice_id, t.language, p.original_language
      from practice p join practice_text t on t.practice_id = p.id
      where p.id = any(${[...ids]})
      order by t.practice_id, t.language = ${locale} desc, t.language = p.original_language desc
    ),
    matched as materialized (
      select s.practice_id, s.language as shown, coalesce(h.languages, '{}') as languages,
        array(select unnest(n.terms) except select unnest(h.terms)) as named,
        coalesce(h.terms, '{}') <@ (coalesce(v.visible, '{}') || coalesce(n.names, '{}')) as in_sight
      from shown s
      left join named n using (practice_id)
      cross join lateral (
        select array_agg(o.language order by cardinality(o.terms) desc, o.language = s.language desc, o.language = s.original_language desc, o.language) as languages,
          (select array_agg(distinct term) from held every_one cross join unnest(every_one.terms) as term
            where every_one.practice_id = s.practice_id) as terms
        from held o where o.practice_id = s.practice_id
      ) h
      left join held v on v.practice_id = s.practice_id and v.language = s.language
    ),
    -- What is marked: in each language of a stretch that is shown, the words, and what they mean there.
    spoken as materialized (
      select language, configuration from search_language
      where language in (select languages[1] from matched where not in_sight)
    ),
    word as materialized (
      select l.language, w.word, t.prefix
      from spoken l
      cross join jsonb_to_recordset(${termsJson(query)}::jsonb) as t (words text, excluded boolean, prefix boolean)
      cross join lateral regexp_split_to_table(search_fold(t.words || ' ' || replace(t.words, '-', '')), ' ') as w (word)
      where not t.excluded and w.word <> ''
      union all
      select language, word, false from search_translations(${termsJson(query)}::jsonb, ${locale}) join spoken using (language)
    ),
    marking as materialized (
      select w.language, l.configuration, string_agg(mark.query::text, ' | ') filter (where numnode(mark.query) > 0)::tsquery as query
      from word w join spoken l using (language)
      cross join lateral search_stem(w.language, w.word) as stem
      cross join lateral (values
        (phraseto_tsquery(l.configuration::regconfig, w.word)),
        (case when w.word !~ ' ' and (w.prefix or stem <> w.word) then to_tsquery('search_plain', stem || ':*') end)) as mark (query)
      group by w.language, l.configuration
    )
    select m.practice_id as id, m.languages, m.languages[1] as language, m.named,
      case when not m.in_sight then ts_headline(
        q.configuration::regconfig,
        translate(
          concat_ws(' … ', case when t.language <> m.shown then concat_ws('. ', t.title, t.summary) end,
            search_sections(t), search_prose(t."references")),
          ${snippetMarks.start + snippetMarks.stop}, ''),
        q.query, ${headline}) end as snippet
    from matched m
    left join practice_text t on t.practice_id = m.practice_id and t.language = m.languages[1]
    left join marking q on q.language = t.language`;

/** What it gave, by practice. */
export function toMatches(rows: unknown, query: SearchQuery): ReadonlyMap<string, Stands> {
  const terms = query.flat();
  return new Map(
    Rows.parse(rows).map(({ id, languages, language, snippet, named }) => [
      id,
      {
        languages,
        snippet: snippet === null || language === null ? null : cutSnippet(snippet, language),
        named: named.flatMap((term) => terms[term]?.words ?? []),
      },
    ]),
  );
}
