import 'server-only';
import { z } from 'zod';
import { countryName } from '#domain/countries';
import { placeOf } from '#domain/facet-index';
import { type Suggestion, suggestionLimit } from '#domain/suggestion';
import type { Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { beginsWords, foldText } from '#lib/fold-text';
import { type HeldPractice, textFor } from '#server/catalogue/queries/held-practices';
import type { CatalogueSnapshot } from '#server/catalogue/queries/snapshot';
import type { Database } from '#server/platform/db';

/** `shown`: whether the practice's page shows this text to this reader without being asked for it. */
const Title = z.object({
  slug: z.string(),
  country: z.string(),
  language: z.string(),
  title: z.string(),
  shown: z.boolean(),
});
type Title = z.output<typeof Title>;

/** One letter begins a word of nearly every title, and says nothing. */
const shortest = 2;
/** Titles that are looked at in the database: among more than these, which ones are suggested is left to chance. */
const considered = 200;

/**
 * Examples with a title in which the query's words begin words, in any language. A practice is suggested once: by its
 * title in the reader's language if that matches, else by the one that does, and then leads to that text.
 */
export function titlesHeld(
  { index, publishedAt }: CatalogueSnapshot,
  held: ReadonlyMap<string, HeldPractice>,
  query: string,
  locale: Locale,
): Suggestion[] {
  const wanted = foldText(query);
  if (wanted.length < shortest) return [];
  const age = ({ id }: HeldPractice) => -(publishedAt[placeOf(index, id)] ?? 0);
  const found = [...held.values()].flatMap((practice) => {
    const matching = practice.texts.filter((text) => beginsWords(foldedTitle(text), wanted));
    const text = matching.find(({ language }) => language === locale) ?? matching[0];
    return text ? [{ practice, text }] : [];
  });
  const titles = found
    .sort((a, b) => age(a.practice) - age(b.practice))
    .map(({ practice, text: { language, title } }) => ({
      ...{ slug: practice.slug, country: practice.facets.country[0] ?? '', language, title },
      shown: textFor(practice, locale)?.language === language,
    }));
  return toSuggestions(titles, wanted, locale);
}

const folded = new WeakMap<HeldPractice['texts'][number], string>();

/** Each title is folded once, as long as its practice does not change. */
function foldedTitle(text: HeldPractice['texts'][number]): string {
  const known = folded.get(text) ?? foldText(text.title);
  folded.set(text, known);
  return known;
}

const Answer = z.tuple([z.object({ version: z.coerce.bigint(), titles: z.array(Title) })]);

/** The same from the database, for a catalogue that is too large to be held, with the version that is public now. */
export async function titlesStored(
  db: Database,
  query: string,
  locale: Locale,
): Promise<{ version: bigint; titles: Suggestion[] }> {
  const wanted = foldText(query);
  // What is too short finds nothing, but the version is wanted all the same.
  const [{ version, titles }] = Answer.parse(
    await findTitles(db, wanted.length < shortest ? '' : wanted, locale),
  );
  return { version, titles: toSuggestions(titles, wanted, locale) };
}

function findTitles(db: Database, query: string, locale: Locale) {
  return db.$queryRaw`
    with matching as materialized (
      select practice_id, language from practice_search
      where title @@ (
        select to_tsquery('search_plain', string_agg(word || ':*', ' & '))
        from regexp_split_to_table(search_fold(${query}), ' ') as word
        where word <> '')
      limit ${considered}
    ), titles as (
      select distinct on (p.id) s.slug, p.country, t.language, t.title, p.published_at, p.id,
        t.language = ${locale} or (t.language = p.original_language and not exists (
          select 1 from practice_text o
          where o.practice_id = p.id and o.language = ${locale})) as shown
      from matching m
      join practice p on p.id = m.practice_id and p.status = 'published'
      join practice_text t on t.practice_id = p.id and t.language = m.language
      join practice_slug s on s.practice_id = p.id and s.current
      order by p.id, t.language = ${locale} desc, t.language = p.original_language desc, t.language
    )
    select version::text,
      (select coalesce(jsonb_agg(to_jsonb(titles) order by published_at desc nulls last, id), '[]') from titles) as titles
    from catalogue_version`;
}

/** What begins with the query first, then what the reader can read, then the order they come in. */
function toSuggestions(titles: readonly Title[], wanted: string, locale: Locale): Suggestion[] {
  return titles
    .map((row) => {
      const first = foldText(row.title).startsWith(wanted);
      return { row, rank: (first ? 2 : 0) + (row.language === locale ? 1 : 0) };
    })
    .sort((a, b) => b.rank - a.rank)
    .slice(0, suggestionLimit)
    .map(({ row: { slug, country, language, title, shown } }) => ({
      kind: 'practice',
      label: title,
      detail: countryName(country, locale),
      ...(language === locale ? {} : { language }),
      href: shown ? practicePath(locale, slug) : practicePath(locale, slug, language),
    }));
}
