import 'server-only';
import type { Actor } from '#domain/actor';
import { mayApprove } from '#domain/translation';
import type { TranslationFilter } from '#domain/translation-filter';
import { Prisma } from '#generated/prisma/client';
import { locales } from '#i18n/locales';

/**
 * Published practices with each language that is worth a line: those somebody has begun, those readers have, those of
 * the interface, and one that is asked for. Of those alone which the person may translate.
 */
export function linesFor(actor: Actor, { language }: TranslationFilter): Prisma.Sql {
  const offered = [...locales, ...(language ? [language] : [])];
  return Prisma.sql`
    select p.id, s.slug, p.original_language, l.language
    from practice p join practice_slug s on s.practice_id = p.id and s.current
    cross join lateral (
      select unnest(${offered}::text[]) as language
      union select language from translation where practice_id = p.id
      union select language from practice_text where practice_id = p.id) l
    where p.status = 'published' and l.language <> p.original_language and ${translatableBy(actor)}`;
}

/** As `mayTranslate` says. */
function translatableBy(actor: Actor): Prisma.Sql {
  if (mayApprove(actor)) return Prisma.sql`true`;
  const cities = actor.cities.filter(({ confirmed }) => confirmed).map(({ id }) => id);
  return Prisma.sql`(
    exists (select from practice_city where practice_id = p.id and city_id = any(${cities}))
    or exists (select from submission x join submission_member m on m.submission_id = x.id
      where x.practice_id = p.id and x.state = 'published' and m.account_id = ${actor.id}))`;
}

/** The restrictions of a filter besides the state: `l` is the line, `o` the original, `t` the translation, `x` what readers see. */
export function restrictionsOf({ language, q, mine }: TranslationFilter, actor: Actor): Prisma.Sql {
  const all = [
    Prisma.sql`true`,
    ...(language ? [Prisma.sql`l.language = ${language}`] : []),
    ...(mine ? [Prisma.sql`t.translator_id = ${actor.id}`] : []),
    ...(q ? q.split(' ').map(wordCondition) : []),
  ];
  return Prisma.join(all, ' and ');
}

/** A word of the title in either language, in whatever case and with or without accents. */
function wordCondition(word: string): Prisma.Sql {
  return Prisma.sql`strpos(
    unaccent(lower(concat_ws(' ', o.title, x.title, t.fields ->> 'title') collate "und-x-icu")),
    unaccent(lower(${word} collate "und-x-icu"))) > 0`;
}
