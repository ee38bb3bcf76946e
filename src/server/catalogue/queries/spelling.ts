import 'server-only';
import { z } from 'zod';
import { correctQuery } from '#domain/search-correction';
import { dropQuotes, type SearchQuery } from '#domain/search-query';
import { termsJson } from '#server/catalogue/queries/text-search';
import type { Database } from '#server/platform/db';

const Unknown = z.array(
  z.object({
    asked: z.string(),
    candidates: z.array(
      z.object({ word: z.string(), spelling: z.string(), frequency: z.number(), familiar: z.boolean() }),
    ),
  }),
);

/** What is longer is no word that somebody mistyped. */
const longest = 40;

/** Queries that may have been meant by one that found nothing, best first, and whether the first is the clear answer. */
export async function correctQueryWords(
  db: Database,
  asked: string,
  query: SearchQuery,
  locale: string,
): Promise<{ queries: string[]; clear: boolean }> {
  const unknown = await readUnknownWords(db, query, locale);
  if (unknown.length > 0) {
    const candidates = unknown.flatMap((word) =>
      word.candidates.map((near) => ({ ...near, asked: word.asked })),
    );
    return correctQuery(
      asked,
      unknown.map((word) => word.asked),
      candidates,
    );
  }
  // All words are known, though not in this order: without the quotation marks they may be found.
  const quoted = query.flat().some(({ exact }) => exact);
  return { queries: quoted ? [dropQuotes(asked)] : [], clear: false };
}

/**
 * Words that no public text or name has, each with public words that resemble it: by trigrams where it is long, and of
 * about its length with its first letter or its end (trigrams do not see two letters swapped). Two words that stand
 * together somewhere may have been written in one: "halftime".
 */
async function readUnknownWords(db: Database, query: SearchQuery, locale: string) {
  const terms = termsJson(query);
  const rows = await db.$queryRaw`
    with asked as materialized (select * from search_queries(${terms}::jsonb, ${locale}) where not excluded),
    missed as (
      select a.term from asked a group by a.term
      having not bool_or(case when a.stemmed
        then exists (
          select from practice_search s where s.stemmed @@ a.query and (s.language in ('mul', 'qaa') or s.language = any(a.languages)))
        else exists (select from practice_search s where s.plain @@ a.query) end)
    ),
    word as materialized (
      select w.word
      from jsonb_to_recordset(${terms}::jsonb) as t (term int, words text)
      join missed using (term)
      cross join lateral regexp_split_to_table(search_fold(t.words), ' ') as w (word)
      where char_length(w.word) between 3 and ${longest} and not exists (select from search_word known where known.word = w.word)
      group by w.word
    )
    select w.word as asked, coalesce(jsonb_agg(c) filter (where c.word is not null), '[]') as candidates
    from word w left join lateral (
      select near.word, (array_agg(near.spelling order by near.frequency desc))[1] as spelling,
        sum(near.frequency)::int as frequency, bool_or(near.language in (${locale}, 'mul', 'qaa')) as familiar
      from (
        select * from search_word k where char_length(w.word) >= 7 and k.word % w.word
        union
        select * from search_word k
        where char_length(k.word) between char_length(w.word) - 2 and char_length(w.word) + 2
          and (left(k.word, 1) = left(w.word, 1) or right(k.word, 2) = right(w.word, 2))
      ) near
      where near.word ~ '\\D'
      group by near.word
      union all
      select pair.word, pair.word, 1, true
      from generate_series(3, char_length(w.word) - 3) as cut (at)
      cross join lateral (select left(w.word, cut.at) || '-' || substr(w.word, cut.at + 1) as word) pair
      where exists (select from search_word k where k.word = left(w.word, cut.at))
        and exists (select from search_word k where k.word = substr(w.word, cut.at + 1))
        and exists (select from practice_search s where s.plain @@ phraseto_tsquery('search_plain', replace(pair.word, '-', ' ')))
    ) c on true
    group by w.word`;
  return Unknown.parse(rows);
}
