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
    language: z.string(),
    snippet: z.string().nullable(),
  }),
);

const headline = `StartSel="${snippetMarks.start}", StopSel="${snippetMarks.stop}", MaxFragments=2, MaxWords=18, MinWords=8, ShortWord=0, FragmentDelimiter=" … "`;

/**
 * The statement that says where the practices of one page were found. The snippet comes from the text that holds most of
 * the query, the reader's own before others; of the text that is shown only its sections, since the rest is in sight.
 */
export const matchRows = (query: SearchQuery, ids: readonly string[], locale: string) => Prisma.sql`
    with asked as materialized (select * from search_queries(${termsJson(query)}::jsonb, ${locale}) where not excluded),
    -- Which of the terms each row of the practices holds, anywhere and in what a card shows.
    held as materialized (
      select s.practice_id, s.language, array_agg(distinct a.term) as terms,
        array_agg(distinct a.term) filter (where s.language = 'mul' or case when a.stemmed
          then ts_filter(s.stemmed, '{a,b}') else ts_filter(s.plain, '{a,b}') end @@ a.query) as visible
      from practice_search s
      join asked a on case when a.stemmed
        then s.stemmed @@ a.query and (s.language = 'mul' or s.language = any(a.languages))
        else s.plain @@ a.query end
      where s.practice_id = any(${[...ids]}) and s.language <> 'qaa'
      group by 1, 2
    ),
    shown as materialized (
      select distinct on (t.practice_id) t.practice_id, t.language, p.original_language
      from practice p join practice_text t on t.practice_id = p.id and t.state in ('approved', 'outdated')
      where p.id = any(${[...ids]})
      order by t.practice_id, t.language = ${locale} desc, t.language = p.original_language desc
    ),
    matched as materialized (
      select h.practice_id, s.language as shown,
        array_agg(h.language order by cardinality(h.terms) desc, h.language = s.language desc, h.language = s.original_language desc, h.language)
          filter (where h.language <> 'mul') as languages,
        (select array_agg(distinct term) from held o cross join unnest(o.terms) as term where o.practice_id = h.practice_id)
          <@ (select coalesce(array_agg(term), '{}') from held o cross join unnest(o.visible) as term
              where o.practice_id = h.practice_id and o.language in (s.language, 'mul')) as in_sight
      from held h join shown s using (practice_id)
      group by h.practice_id, s.language, s.original_language
    ),
    marking as materialized (
      select l.language, l.configuration, string_agg(mark.query::text, ' | ') filter (where numnode(mark.query) > 0)::tsquery as query
      from search_language l
      cross join jsonb_to_recordset(${termsJson(query)}::jsonb) as t (words text, excluded boolean, prefix boolean)
      cross join lateral regexp_split_to_table(search_fold(t.words || ' ' || replace(t.words, '-', '')), ' ') as w (word)
      cross join lateral search_stem(l.language, w.word) as stem
      cross join lateral (values
        (plainto_tsquery(l.configuration::regconfig, w.word)),
        (case when t.prefix or stem <> w.word then to_tsquery('search_plain', stem || ':*') end)) as mark (query)
      where not t.excluded and w.word <> ''
      group by l.language
    )
    select m.practice_id as id, m.languages, m.languages[1] as language,
      case when not m.in_sight then ts_headline(
        q.configuration::regconfig,
        translate(
          concat_ws(' … ', case when t.language <> m.shown then concat_ws('. ', t.title, t.summary) end,
            search_sections(t), search_prose(t."references")),
          ${snippetMarks.start + snippetMarks.stop}, ''),
        q.query, ${headline}) end as snippet
    from matched m
    join practice_text t on t.practice_id = m.practice_id and t.language = m.languages[1]
    join marking q on q.language = t.language`;

/** What it gave, by practice. */
export function toMatches(rows: unknown): ReadonlyMap<string, Match> {
  return new Map(
    Rows.parse(rows).map(({ id, languages, language, snippet }) => [
      id,
      { languages, snippet: snippet === null ? null : cutSnippet(snippet, language) },
    ]),
  );
}
