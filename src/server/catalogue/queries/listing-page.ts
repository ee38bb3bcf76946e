import 'server-only';
import { z } from 'zod';
import type { Listing } from '#domain/listing';
import type { PracticeCard } from '#domain/practice';
import type { SearchQuery } from '#domain/search-query';
import { Prisma } from '#generated/prisma/client';
import type { Locale } from '#i18n/locales';
import { cardRows, cardsHeld, readCards, toCards } from '#server/catalogue/queries/cards';
import { namesFound } from '#server/catalogue/queries/names-found';
import type { CatalogueSnapshot } from '#server/catalogue/queries/snapshot';
import { matchRows, toMatches } from '#server/catalogue/queries/snippets';
import type { Vocabulary } from '#server/catalogue/queries/vocabulary';
import { type Database, prepared } from '#server/platform/db';

const Rows = z.tuple([z.object({ cards: z.unknown(), matches: z.unknown() })]);

/**
 * The cards of one page of the list, and where the words that were searched for stand in them: nothing to read where the
 * cards are held in memory and there are no words, otherwise one statement.
 */
export async function readPage(
  db: Database,
  snapshot: CatalogueSnapshot,
  ids: readonly string[],
  { query, locale }: { query: SearchQuery; locale: Locale },
): Promise<Pick<Listing, 'cards' | 'matches'>> {
  const { held, vocabulary } = snapshot;
  if (ids.length === 0 || query.length === 0)
    return { cards: await readCards(db, snapshot, ids, locale), matches: new Map() };
  const cards = held ? Prisma.sql`'[]'::jsonb` : asJson(cardRows(ids, locale));
  const rows = await db.$queryRaw`${prepared}
    select ${cards} as cards, ${asJson(matchRows(query, ids, locale))} as matches`;
  const [read] = Rows.parse(rows);
  const shown = held
    ? cardsHeld(held, vocabulary, ids, locale)
    : toCards(read.cards, vocabulary, ids, locale);
  return { cards: shown, matches: matchesOf(shown, toMatches(read.matches, query), vocabulary, locale) };
}

/** With the names that a card does not show; without what says nothing about where it was found. */
function matchesOf(
  cards: readonly PracticeCard[],
  stands: ReturnType<typeof toMatches>,
  vocabulary: Vocabulary,
  locale: Locale,
): Listing['matches'] {
  return new Map(
    cards.flatMap((card) => {
      const { named = [], languages = [], snippet = null } = stands.get(card.id) ?? {};
      const names = namesFound(vocabulary, card, named, locale);
      return languages.length + names.length === 0 ? [] : [[card.id, { languages, snippet, names }]];
    }),
  );
}

/** The rows of a statement as one value. */
function asJson(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select coalesce(jsonb_agg(to_jsonb(one)), '[]') from (${rows}) one)`;
}
