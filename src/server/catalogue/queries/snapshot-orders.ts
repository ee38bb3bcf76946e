import 'server-only';
import { z } from 'zod';
import type { OrderName } from '#domain/catalogue-filter';
import { orderRows, type SortableRow, updateOrder } from '#domain/catalogue-order';
import { type FacetIndex, idsOf } from '#domain/facet-index';
import { hasBit, sharedWords } from '#domain/facet-index/bitset';
import { idAt } from '#domain/facet-index/id-table';
import { placesOfIds } from '#domain/facet-index/query';
import { orderByStart, updateStartOrder } from '#domain/start-order';
import { Prisma } from '#generated/prisma/client';
import type { Locale } from '#i18n/locales';
import { type HeldPractice, textFor } from '#server/catalogue/queries/held-practices';
import { cityIn, type Vocabulary } from '#server/catalogue/queries/vocabulary';
import type { Database } from '#server/platform/db';

/** Places of all public practices in an order, made when first asked for. */
export type Orders = (sort: OrderName, locale: Locale) => Promise<Uint32Array>;
/** Those made so far, by name and language. */
export type KnownOrders = Map<string, Promise<Uint32Array>>;

type Catalogue = {
  index: FacetIndex;
  vocabulary: Vocabulary;
  publishedAt: Uint32Array;
  held: ReadonlyMap<string, HeldPractice> | null;
};
type HeldCatalogue = Catalogue & { held: ReadonlyMap<string, HeldPractice> };
type Asked = [sort: OrderName, locale: Locale];
/** The order before some practices changed. */
type Changes = { last: Uint32Array; changedIds: readonly string[] };

/**
 * The orders of a catalogue, kept in `known`. Where an order was known `before` some practices changed, only these are
 * put in anew.
 */
export function makeOrders(
  db: Database,
  catalogue: Catalogue,
  known: KnownOrders,
  before: { known: KnownOrders; changedIds: readonly string[] } | null,
): Orders {
  return (...asked) => {
    const key = asked.join(' ');
    const made = known.get(key) ?? makeOrder(key, asked);
    known.set(key, made);
    // A failure is not kept: the next request tries again.
    made.catch(() => known.delete(key));
    return made;
  };

  async function makeOrder(key: string, asked: Asked): Promise<Uint32Array> {
    const { held } = catalogue;
    const last = await before?.known.get(key)?.catch(() => undefined);
    const changes = before && last ? { last, changedIds: before.changedIds } : null;
    if (!held) return orderMany(db, catalogue, asked, changes);
    const own = { ...catalogue, held };
    return changes ? reorderHeld(own, asked, changes) : orderHeld(own, asked);
  }
}

/** An order of practices whose words are held. */
function orderHeld(catalogue: HeldCatalogue, [sort, locale]: Asked): Uint32Array {
  const ids = idsOf(catalogue.index);
  const rows = ids.map((id) => toSortableRow(catalogue, id, locale));
  const order = orderRows(rows, sort, locale);
  return placesOfIds(
    catalogue.index,
    order.flatMap((i) => ids[i] ?? []),
  );
}

function reorderHeld(catalogue: HeldCatalogue, asked: Asked, { last, changedIds }: Changes): Uint32Array {
  const { index } = catalogue;
  const incoming = [...placesOfIds(index, changedIds)];
  const changed = new Set(incoming);
  const stays = (place: number) => !changed.has(place) && hasBit(index.present.set, place);
  const rowAt = (place: number) => toSortableRow(catalogue, idAt(index.ids, place), asked[1]);
  return updateOrder(last, { stays, incoming }, rowAt, asked);
}

/** More practices than are held: by year from the index, by name from the database; in memory the thread shares. */
async function orderMany(
  db: Database,
  { index, publishedAt }: Catalogue,
  [sort, locale]: Asked,
  changes: Changes | null,
): Promise<Uint32Array> {
  const order =
    sort === 'newest' || sort === 'oldest'
      ? orderByYear({ index, publishedAt }, sort, changes)
      : placesOfIds(index, await readOrderByName(db, sort, locale));
  const shared = sharedWords(order.length);
  shared.set(order);
  return shared;
}

function orderByYear(
  dated: Pick<Catalogue, 'index' | 'publishedAt'>,
  sort: 'newest' | 'oldest',
  changes: Changes | null,
): Uint32Array {
  if (!changes) return orderByStart(dated, sort);
  const changed = new Set(placesOfIds(dated.index, changes.changedIds));
  return updateStartOrder(dated, sort, changes.last, changed);
}

function toSortableRow({ vocabulary, held }: HeldCatalogue, id: string, locale: Locale): SortableRow {
  const practice = held.get(id);
  const city = practice?.facets.city[0];
  return {
    id,
    years: practice?.years ?? { start: null, end: null, ongoing: false },
    publishedAt: practice?.publishedAt ?? 0,
    title: (practice && textFor(practice, locale)?.title) ?? '',
    city: city ? cityIn(vocabulary, city, locale).name : null,
  };
}

const alphabets: Record<Locale, Prisma.Sql> = {
  en: Prisma.sql`collate "en-x-icu"`,
  fr: Prisma.sql`collate "fr-x-icu"`,
  sq: Prisma.sql`collate "sq-x-icu"`,
  ar: Prisma.sql`collate "ar-x-icu"`,
};
const Ids = z.tuple([z.object({ ids: z.string() })]);

async function readOrderByName(db: Database, sort: 'title' | 'city', locale: Locale): Promise<string[]> {
  const alphabet = alphabets[locale];
  const city = sort === 'city' ? Prisma.sql`c.name ${alphabet} nulls last,` : Prisma.empty;
  const rows = await db.$queryRaw`
    select coalesce(string_agg(p.id, ' ' order by ${city} t.title ${alphabet}, p.id), '') as ids
    from practice p
    cross join lateral (
      select title from practice_text
      where practice_id = p.id
      order by language = ${locale} desc, language = p.original_language desc
      limit 1) t
    left join lateral (
      select n.name from practice_city pc join city_name n on n.city_id = pc.city_id
      where ${sort} = 'city' and pc.practice_id = p.id and n.language in (${locale}, 'en')
      order by pc.position, n.language = ${locale} desc
      limit 1) c on true
    where p.status = 'published'`;
  const [{ ids }] = Ids.parse(rows);
  return ids === '' ? [] : ids.split(' ');
}
