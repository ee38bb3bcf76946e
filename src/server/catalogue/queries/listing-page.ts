import 'server-only';
import { z } from 'zod';
import type { Listing } from '#domain/listing';
import type { SearchQuery } from '#domain/search-query';
import { Prisma } from '#generated/prisma/client';
import type { Locale } from '#i18n/locales';
import { cardRows, cardsHeld, readCards, toCards } from '#server/catalogue/queries/cards';
import type { CatalogueSnapshot } from '#server/catalogue/queries/snapshot';
import { matchRows, toMatches } from '#server/catalogue/queries/snippets';
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
  return {
    cards: held ? cardsHeld(held, vocabulary, ids, locale) : toCards(read.cards, vocabulary, ids, locale),
    matches: toMatches(read.matches),
  };
}

/** The rows of a statement as one value. */
function asJson(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select coalesce(jsonb_agg(to_jsonb(one)), '[]') from (${rows}) one)`;
}
