import 'server-only';
import { z } from 'zod';
import type { PracticeCard } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { readCards } from '#server/catalogue/queries/cards';
import { catalogueSnapshot } from '#server/catalogue/queries/snapshot';
import { type Database, database } from '#server/platform/db';

export type Written = { title: string; summary: string; country: string };

const most = 3;
/** Words that stand in more texts than this say nothing about which one is meant. */
const commonFrom = 60;
/** Words in fewer texts than this are names, or as good as names. */
const rareUpTo = 12;
const wordsLookedAt = 20;
const Ids = z.array(z.object({ practice_id: z.string() }));

/** Published examples that may be the one being written: at most three, the likeliest first. */
export async function readSimilar(
  written: Written,
  { locale, now }: { locale: Locale; now: Date },
): Promise<PracticeCard[]> {
  const ids = await findSimilar(database(), written);
  return ids.length > 0 ? readCards(database(), await catalogueSnapshot(now), ids, locale) : [];
}

/**
 * Their ids. Names and rare words are the same in all languages, so a text is found whatever language the example was
 * written in; a title that resembles counts as well, and so does the country.
 */
export async function findSimilar(db: Database, { title, summary, country }: Written): Promise<string[]> {
  if (title.trim().length < 4) return [];
  const rows = await db.$queryRaw`
    with asked as (
      select word, max(weight) as weight from (
        select word, 2 as weight from regexp_split_to_table(search_fold(${title.slice(0, 300)}), '[^[:alnum:]]+') as word
        union all
        select word, 1 from regexp_split_to_table(search_fold(${summary.slice(0, 1_000)}), '[^[:alnum:]]+') as word
      ) every_word where char_length(word) >= 4 group by word
    ), telling as materialized (
      select a.word, a.weight * ln(1 + ${commonFrom}::float / sum(k.frequency)) as weight,
        sum(k.frequency) < ${rareUpTo} as rare, to_tsquery('search_plain', quote_literal(a.word)) as query
      from asked a join search_word k using (word)
      group by a.word, a.weight having sum(k.frequency) < ${commonFrom}
      order by weight desc limit ${wordsLookedAt}
    ), hit as (
      select s.practice_id, t.word,
        max(t.weight * case when s.title @@ t.query then 1 else 0.5 end) as weight,
        bool_or(t.rare and s.title @@ t.query) as names_it
      from telling t join practice_search s on s.plain @@ t.query
      group by s.practice_id, t.word
    ), candidate as (
      select practice_id, count(*) as words, count(*) filter (where names_it) as names,
        sum(weight) / (select sum(weight) from telling) as shared
      from hit group by practice_id order by shared desc limit 30
    ), judged as (
      select c.practice_id, c.words, c.names, t.likeness as title, c.shared + t.likeness
        + case when p.country = ${country} then 0.1 else 0 end + case when c.names > 1 then 0.3 else 0 end as likeness
      from candidate c
      join practice p on p.id = c.practice_id and p.status = 'published'
      cross join lateral (
        select max(similarity(search_fold(x.title), search_fold(${title.slice(0, 300)}))) as likeness
        from practice_text x where x.practice_id = c.practice_id) t
    )
    select practice_id from judged 
    where likeness >= 0.7 and (words > 1 or title > 0.3) order by likeness desc, practice_id limit ${most}`;
  return Ids.parse(rows).map((row) => row.practice_id);
}
