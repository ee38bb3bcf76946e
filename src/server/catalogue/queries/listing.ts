import 'server-only';
import {
  type CatalogueFilter,
  type FacetName,
  keepKnown,
  mapFacets,
  pageSize,
} from '#domain/catalogue-filter';
import type { FacetAnswer } from '#domain/facet-index/query';
import { type Listing, sortOptions, type WayOut } from '#domain/listing';
import type { PracticeCard } from '#domain/practice';
import { onlyRestriction, restrictionsOf, withoutRestriction } from '#domain/restriction';
import { collatorOf } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { readCards } from '#server/catalogue/queries/cards';
import { nearestTo } from '#server/catalogue/queries/known-related';
import { readPage } from '#server/catalogue/queries/listing-page';
import { type CatalogueSnapshot, catalogueSnapshot } from '#server/catalogue/queries/snapshot';
import { answerWords } from '#server/catalogue/queries/text-search-answer';
import { facetLabel, isKnownValue } from '#server/catalogue/queries/vocabulary';
import { type Database, database } from '#server/platform/db';
import { unlessAway } from '#server/platform/outage';

/** `version` is what the proxy found to be public when the request came in, if it asked. */
type Reader = { locale: Locale; now: Date; version?: string | null };

/**
 * One page of the catalogue for a filter. Unknown values are left out; a page after the last shows the last. While the
 * database is away, what is held in memory, without regard to the words.
 */
export async function readListing(asked: CatalogueFilter, reader: Reader): Promise<Listing> {
  const snapshot = await catalogueSnapshot(reader.now, reader.version);
  return listingOf(database(), snapshot, asked, reader.locale);
}

/** The same from a given database and snapshot. */
export async function listingOf(
  db: Database,
  snapshot: CatalogueSnapshot,
  asked: CatalogueFilter,
  locale: Locale,
): Promise<Listing> {
  const filter = keepKnown(asked, (facet, value) => isKnownValue[facet](snapshot.vocabulary, value));
  const words = filter.q
    ? await unlessAway(
        snapshot.answers(`${locale} ${filter.q}`, () => answerWords(db, filter.q, locale)),
        null,
      )
    : null;
  const found = words?.found ?? null;
  const answer = await snapshot.query(filter, found, locale);
  const { ids } = answer;
  const page = await unlessAway(readPage(db, snapshot, ids, { query: words?.query ?? [], locale }), null);
  // What the words found may be known while where they stand cannot be read.
  const cards = page?.cards ?? (await readCards(db, snapshot, ids, locale));
  return {
    filter: { ...filter, page: answer.page },
    total: answer.total,
    pageCount: Math.max(1, Math.ceil(answer.total / pageSize)),
    cards,
    matches: page?.matches ?? new Map(),
    correction: words?.correction ?? null,
    partly: words?.partly ?? false,
    wordless: words !== null && words.found === null,
    searchAway: filter.q !== '' && words === null,
    facets: optionsOf(snapshot, filter, answer, locale),
    years: yearsOf(answer, filter),
    waysOut: answer.total === 0 ? await waysOut(snapshot, filter, found) : [],
    catalogueSize: snapshot.index.present.size,
  };
}

/** Every city with at least one example, and how many: what the map shows. */
export async function readPlaces({ now, version }: Omit<Reader, 'locale'>) {
  const { vocabulary, index } = await catalogueSnapshot(now, version);
  return [...index.totals.facets.city].flatMap(([id, count]) => {
    const city = vocabulary.cities.get(id);
    return city ? [{ id, latitude: city.latitude, longitude: city.longitude, count }] : [];
  });
}

/** The published practices of some slugs, in that order; an old slug counts for its practice. */
export async function readCardsBySlug(
  slugs: readonly string[],
  { locale, now, version }: Reader,
): Promise<PracticeCard[]> {
  const snapshot = await catalogueSnapshot(now, version);
  const idOf = new Map([...(snapshot.held?.values() ?? [])].map(({ slug, id }) => [slug, id]));
  const others = slugs.filter((slug) => !idOf.has(slug));
  const rows = others.length > 0 ? await unlessAway(readSlugs(others), []) : [];
  for (const { slug, practiceId } of rows) idOf.set(slug, practiceId);
  const ids = slugs.flatMap((slug) => idOf.get(slug) ?? []);
  return readCards(database(), snapshot, ids, locale);
}

function readSlugs(slugs: string[]) {
  const select = { slug: true, practiceId: true };
  return database().practiceSlug.findMany({ where: { slug: { in: slugs } }, select });
}

/** Current slug, languages and last change of every published practice, for the sitemap. */
export async function listPracticeAddresses() {
  const practices = await database().practice.findMany({
    where: { status: 'published' },
    select: {
      updatedAt: true,
      slugs: { select: { slug: true }, where: { current: true } },
      texts: { select: { language: true }, orderBy: { language: 'asc' } },
    },
    orderBy: { id: 'asc' },
  });
  return practices.flatMap(({ updatedAt, slugs: [current], texts }) =>
    current ? [{ slug: current.slug, updatedAt, languages: texts.map(({ language }) => language) }] : [],
  );
}

/** The practices nearest to one, at most `limit`; none where they are not held and the database is away. */
export async function readRelated(
  id: string,
  limit: number,
  { locale, now, version }: Reader,
): Promise<PracticeCard[]> {
  const snapshot = await catalogueSnapshot(now, version);
  const ids = await unlessAway(nearestTo(database(), snapshot, id, limit), []);
  return unlessAway(readCards(database(), snapshot, ids, locale), []);
}

function optionsOf(
  { vocabulary }: CatalogueSnapshot,
  filter: CatalogueFilter,
  answer: FacetAnswer,
  locale: Locale,
): Listing['facets'] {
  const collator = collatorOf(locale);
  return mapFacets((name) => {
    // A chosen value that no practice has stays in sight, so that it can be taken off.
    const values = new Set([...answer.counts[name].keys(), ...filter.facets[name]]);
    const options = [...values].map((value) => toOption(name, value));
    return sortOptions(options, collator);
  });

  function toOption(name: FacetName, value: string) {
    return {
      value,
      label: facetLabel[name](vocabulary, value, locale),
      count: answer.counts[name].get(value) ?? 0,
      chosen: filter.facets[name].includes(value),
    };
  }
}

async function waysOut(
  snapshot: CatalogueSnapshot,
  filter: CatalogueFilter,
  found: Uint32Array | null,
): Promise<Listing['waysOut']> {
  const count = (rest: CatalogueFilter) => snapshot.count(rest, rest.q ? found : null);
  const size = snapshot.index.present.size;
  const useful = ({ total }: WayOut) => total > 0 && total < size;
  const restrictions = restrictionsOf(filter);
  const left = await Promise.all(
    restrictions.map(async (without) => ({
      without,
      total: await count(withoutRestriction(filter, without)),
    })),
  );
  if (left.some(useful)) return left.filter(useful);
  const alone = restrictions.map(async (only) => ({
    only,
    total: await count(onlyRestriction(filter, only)),
  }));
  return (await Promise.all(alone)).filter(useful);
}

function yearsOf({ yearCounts }: FacetAnswer, { from, to }: CatalogueFilter): Listing['years'] {
  const years = [...yearCounts.keys()];
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => {
    const year = first + i;
    const ranged = from !== null || to !== null;
    const chosen = ranged && year >= (from ?? year) && year <= (to ?? year);
    return { year, count: yearCounts.get(year) ?? 0, chosen };
  });
}
