import 'server-only';
import { z } from 'zod';
import type { PracticeCard } from '#domain/practice';
import { summaryOf } from '#domain/summary';
import { Prisma } from '#generated/prisma/client';
import type { Locale } from '#i18n/locales';
import { cardOf, type HeldPractice } from '#server/catalogue/queries/held-practices';
import type { CatalogueSnapshot } from '#server/catalogue/queries/snapshot';
import { cityIn, topicIn, type Vocabulary } from '#server/catalogue/queries/vocabulary';
import { type Database, prepared } from '#server/platform/db';

const CardRows = z.array(
  z.object({
    id: z.string(),
    slug: z.string(),
    country: z.string(),
    start: z.number().nullable(),
    end: z.number().nullable(),
    ongoing: z.boolean(),
    language: z.string(),
    title: z.string(),
    summary: z.string().nullable(),
    opening: z.string().nullable(),
    cities: z.array(z.string()),
    topics: z.array(z.string()),
  }),
);
type CardRow = z.output<typeof CardRows>[number];

/**
 * The rows of a page of the list, in the order of `ids`: from memory, or by one statement where there are more practices
 * than are held there. The opening words are read only where no summary was written.
 */
export async function readCards(
  db: Database,
  { vocabulary, held }: CatalogueSnapshot,
  ids: readonly string[],
  locale: Locale,
): Promise<PracticeCard[]> {
  if (held) return cardsHeld(held, vocabulary, ids, locale);
  if (ids.length === 0) return [];
  return toCards(await db.$queryRaw`${prepared} ${cardRows(ids, locale)}`, vocabulary, ids, locale);
}

/** The rows from memory. */
export function cardsHeld(
  held: ReadonlyMap<string, HeldPractice>,
  vocabulary: Vocabulary,
  ids: readonly string[],
  locale: Locale,
): PracticeCard[] {
  const practices = ids.flatMap((id) => held.get(id) ?? []);
  return practices.flatMap((practice) => cardOf(practice, vocabulary, locale) ?? []);
}

/** The statement that reads them, in any order. */
export const cardRows = (ids: readonly string[], locale: Locale) => Prisma.sql`
    select p.id, s.slug, p.country, p.start_year as start, p.end_year as "end", p.ongoing,
      t.language, t.title, t.summary, t.opening,
      array(select city_id from practice_city where practice_id = p.id order by position) as cities,
      array(select topic_id from practice_topic where practice_id = p.id order by position) as topics
    from practice p
    join practice_slug s on s.practice_id = p.id and s.current
    cross join lateral (
      select language, title, summary,
        case when summary is null then coalesce(purpose, rationale, process, impact) end as opening
      from practice_text
      where practice_id = p.id
      order by language = ${locale} desc, language = p.original_language desc
      limit 1) t
    where p.status = 'published' and p.id = any(${[...ids]})`;

/** What it gave, in the order of `ids`. */
export function toCards(
  rows: unknown,
  vocabulary: Vocabulary,
  ids: readonly string[],
  locale: Locale,
): PracticeCard[] {
  const byId = new Map(CardRows.parse(rows).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [toCard(row, vocabulary, locale)] : [];
  });
}

function toCard(row: CardRow, vocabulary: Vocabulary, locale: Locale): PracticeCard {
  const { id, slug, country, language, title, start, end, ongoing } = row;
  return {
    ...{ id, slug, country, language, title },
    summary: summaryOf({ summary: row.summary, purpose: row.opening }),
    years: { start, end, ongoing },
    cities: row.cities.map((city) => cityIn(vocabulary, city, locale)),
    topics: row.topics.map((topic) => topicIn(vocabulary, topic, locale)),
  };
}
