import 'server-only';
import type { SortName } from '#domain/catalogue-filter';
import { orderRows } from '#domain/catalogue-order';
import { buildFacetIndex, type FacetIndex, type FacetRow } from '#domain/facet-index';
import { languageFor } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { cityIn, loadVocabulary, type Vocabulary } from '#server/catalogue/queries/vocabulary';
import { type Database, database } from '#server/platform/db';
import { type IndexSource, indexSelect } from '#server/practices/select';

/** The published catalogue at one version, as this process holds it in memory. */
export type CatalogueSnapshot = {
  version: bigint;
  year: number;
  rows: readonly FacetRow[];
  index: FacetIndex;
  vocabulary: Vocabulary;
  /** Places of all rows in an order, made when first asked for. */
  order: (sort: SortName, locale: Locale) => readonly number[];
};

let current: CatalogueSnapshot | undefined;
let loading: Promise<CatalogueSnapshot> | undefined;

/** The snapshot of the version that is public now. Many requests that wait for a new one share one load. */
export async function catalogueSnapshot(now: Date): Promise<CatalogueSnapshot> {
  const version = await readCatalogueVersion(database());
  const year = now.getUTCFullYear();
  if (current?.version === version && current.year === year) return current;
  loading ??= loadSnapshot(database(), now).finally(() => {
    loading = undefined;
  });
  current = await loading;
  return current;
}

/** Reads the version before the rows, so that a change in between is seen by the next request. */
export async function loadSnapshot(db: Database, now: Date): Promise<CatalogueSnapshot> {
  const version = await readCatalogueVersion(db);
  const [sources, vocabulary] = await Promise.all([
    db.practice.findMany({ where: { status: 'published' }, select: indexSelect, orderBy: { id: 'asc' } }),
    loadVocabulary(db),
  ]);
  const rows = sources.map(toFacetRow);
  const year = now.getUTCFullYear();
  const order = rememberOrders(sources, vocabulary);
  return { version, year, rows, index: buildFacetIndex(rows, year), vocabulary, order };
}

async function readCatalogueVersion(db: Database): Promise<bigint> {
  const { version } = await db.catalogueVersion.findFirstOrThrow({ select: { version: true } });
  return version;
}

function toFacetRow(source: IndexSource): FacetRow {
  return {
    id: source.id,
    years: { start: source.startYear, end: source.endYear, ongoing: source.ongoing },
    facets: {
      country: [source.country],
      city: source.cities.map(({ cityId }) => cityId),
      topic: source.topics.map(({ topicId }) => topicId),
      language: source.texts.map(({ language }) => language),
    },
  };
}

function rememberOrders(sources: readonly IndexSource[], vocabulary: Vocabulary): CatalogueSnapshot['order'] {
  const orders = new Map<string, readonly number[]>();
  return (sort, locale) => {
    const key = `${sort} ${locale}`;
    const order =
      orders.get(key) ??
      orderRows(
        sources.map((source) => toSortableRow(source, vocabulary, locale)),
        sort,
        locale,
      );
    orders.set(key, order);
    return order;
  };
}

function toSortableRow(source: IndexSource, vocabulary: Vocabulary, locale: Locale) {
  const languages = source.texts.map(({ language }) => language);
  const shown = languageFor({ originalLanguage: source.originalLanguage, languages }, locale);
  const firstCity = source.cities[0]?.cityId;
  return {
    id: source.id,
    years: { start: source.startYear, end: source.endYear, ongoing: source.ongoing },
    publishedAt: source.publishedAt?.getTime() ?? 0,
    title: source.texts.find(({ language }) => language === shown)?.title ?? '',
    city: firstCity ? cityIn(vocabulary, firstCity, locale).name : null,
  };
}
