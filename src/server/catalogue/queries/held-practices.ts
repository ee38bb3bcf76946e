import 'server-only';
import { z } from 'zod';
import type { PracticeCard } from '#domain/practice';
import { summaryOf } from '#domain/summary';
import type { Locale } from '#i18n/locales';
import type { IndexRow } from '#server/catalogue/queries/index-rows';
import { cityIn, topicIn, type Vocabulary } from '#server/catalogue/queries/vocabulary';
import type { Database } from '#server/platform/db';

/**
 * Up to this many practices the words of their cards are held in memory, about 1 kB each: a list without a search then
 * asks the database for its version only, and is there while the database is away. Beyond it cards are read by id.
 */
export const heldAtMost = 20_000;

/** Practices whose texts are read in one go. */
const readAtOnce = 2_000;

/** A public practice as the lists show it. */
export type HeldPractice = IndexRow & { slug: string; texts: readonly HeldText[] };
/** The text in the original language comes first. */
type HeldText = { language: string; title: string; summary: string };

const Row = z.object({
  id: z.string(),
  slug: z.string(),
  language: z.string(),
  title: z.string(),
  summary: z.string().nullable(),
  opening: z.string().nullable(),
});

/** Adds the words of practices to their rows. One that was withdrawn meanwhile is left out. */
export async function holdPractices(db: Database, rows: readonly IndexRow[]): Promise<HeldPractice[]> {
  const found = [];
  for (let from = 0; from < rows.length; from += readAtOnce)
    found.push(...(await readTexts(db, rows.slice(from, from + readAtOnce))));
  const texts = Map.groupBy(found, ({ id }) => id);
  return rows.flatMap((row) => {
    const own = texts.get(row.id);
    return own?.[0] ? [{ ...row, slug: own[0].slug, texts: own.map(toHeldText) }] : [];
  });
}

/** The card of a practice: its text in the reader's language, or else the original. */
export function cardOf(practice: HeldPractice, vocabulary: Vocabulary, locale: Locale): PracticeCard | null {
  const text = textFor(practice, locale);
  if (!text) return null;
  const { id, slug, years, facets } = practice;
  return {
    ...{ id, slug, years, ...text },
    country: facets.country[0] ?? '',
    cities: facets.city.map((city) => cityIn(vocabulary, city, locale)),
    topics: facets.topic.map((topic) => topicIn(vocabulary, topic, locale)),
  };
}

/** The text in the reader's language, or else the original. */
export function textFor({ texts }: HeldPractice, locale: Locale): HeldText | undefined {
  return texts.find(({ language }) => language === locale) ?? texts[0];
}

async function readTexts(db: Database, rows: readonly IndexRow[]) {
  const found = await db.$queryRaw`
    select p.id, s.slug, t.language, t.title, t.summary,
      case when t.summary is null then left(coalesce(t.purpose, t.rationale, t.process, t.impact), 4000) end as opening
    from practice p
    join practice_slug s on s.practice_id = p.id and s.current
    join practice_text t on t.practice_id = p.id
    where p.status = 'published' and p.id = any(${rows.map(({ id }) => id)})
    order by p.id, t.language <> p.original_language, t.language`;
  return z.array(Row).parse(found);
}

function toHeldText({ language, title, summary, opening }: z.output<typeof Row>): HeldText {
  return { language, title, summary: summaryOf({ summary, purpose: opening }) };
}
