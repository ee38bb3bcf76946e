import 'server-only';
import { type CatalogueFilter, pageSize } from '#domain/catalogue-filter';
import {
  addRows,
  countTotals,
  emptyFacetIndex,
  type FacetIndex,
  placeOf,
  placesOf,
  updateFacetIndex,
} from '#domain/facet-index';
import type { FacetAnswer } from '#domain/facet-index/query';
import type { Locale } from '#i18n/locales';
import { answerHere, answerOnThread, ownThreadAbove } from '#server/catalogue/queries/facet-worker-client';
import { type HeldPractice, heldAtMost, holdPractices } from '#server/catalogue/queries/held-practices';
import { type IndexRow, readAllRows, readChangedRows } from '#server/catalogue/queries/index-rows';
import { type KnownAnswers, keepAnswers } from '#server/catalogue/queries/known-answers';
import { type KnownOrders, makeOrders, type Orders } from '#server/catalogue/queries/snapshot-orders';
import { loadVocabulary, type Vocabulary } from '#server/catalogue/queries/vocabulary';
import type { Database } from '#server/platform/db';

/** What is public, counted: practices, and the words that all of them are described with. */
export type Versions = { version: bigint; vocabularyVersion: bigint };

/** The published catalogue at one version, as this process holds it in memory. */
export type CatalogueSnapshot = Versions & {
  year: number;
  vocabulary: Vocabulary;
  index: FacetIndex;
  /** When practices were published, by place (seconds since 1970). */
  publishedAt: Uint32Array;
  /** The words of all cards, by id; null where there are more than are held. */
  held: ReadonlyMap<string, HeldPractice> | null;
  knownOrders: KnownOrders;
  /** What words found in this state of the catalogue. */
  answers: KnownAnswers;
  limits: Limits;
  /** A page and all counts for a filter. `found` are the places of what a text search gave, best first; null: no search. */
  query: (filter: CatalogueFilter, found: Uint32Array | null, locale: Locale) => Promise<FacetAnswer>;
  /** How many a filter finds. */
  count: (filter: CatalogueFilter, found: Uint32Array | null) => Promise<number>;
};

/** From how many practices on things are done another way. Tests lower them. */
export type Limits = { heldAtMost: number; ownThreadAbove: number };
const usualLimits: Limits = { heldAtMost, ownThreadAbove };

type State = Pick<CatalogueSnapshot, 'vocabulary' | 'index' | 'publishedAt' | 'held' | 'limits'>;

/** Reads the whole catalogue. `versions` were read before, so that a change in between is seen by the next request. */
export async function loadEverything(
  db: Database,
  versions: Versions,
  year: number,
  limits = usualLimits,
): Promise<CatalogueSnapshot> {
  const vocabulary = await loadVocabulary(db);
  let index = emptyFacetIndex(year);
  let publishedAt: Uint32Array = new Uint32Array();
  const first: IndexRow[] = [];
  for await (const { rows } of readAllRows(db, vocabulary)) {
    index = addRows(index, rows);
    publishedAt = withTimes(publishedAt, index, rows);
    if (index.present.size <= limits.heldAtMost) first.push(...rows);
  }
  index = countTotals(index);
  const few = index.present.size <= limits.heldAtMost;
  const held = few ? byId(await holdPractices(db, first)) : null;
  return makeSnapshot(db, versions, { vocabulary, index, publishedAt, held, limits }, null);
}

/** The snapshot with what changed since it was made. */
export async function loadChanges(
  db: Database,
  before: CatalogueSnapshot,
  versions: Versions,
): Promise<CatalogueSnapshot> {
  const { vocabulary, limits } = before;
  let { index, publishedAt } = before;
  const held = before.held && new Map(before.held);
  const changedIds: string[] = [];
  for await (const { rows, removedIds } of readChangedRows(db, vocabulary, before.version)) {
    index = updateFacetIndex(index, rows, removedIds);
    publishedAt = withTimes(publishedAt, index, rows);
    changedIds.push(...rows.map(({ id }) => id));
    if (!held || index.present.size > limits.heldAtMost) continue;
    for (const id of removedIds) held.delete(id);
    for (const practice of await holdPractices(db, rows)) held.set(practice.id, practice);
  }
  const few = index.present.size <= limits.heldAtMost;
  const state = { vocabulary, index, publishedAt, held: few ? held : null, limits };
  // Names held in memory are sorted in another way than by the database.
  const alike = (before.held === null) === (state.held === null);
  return makeSnapshot(db, versions, state, alike ? { known: before.knownOrders, changedIds } : null);
}

function makeSnapshot(
  db: Database,
  versions: Versions,
  state: State,
  before: { known: KnownOrders; changedIds: readonly string[] } | null,
): CatalogueSnapshot {
  const { index } = state;
  const knownOrders: KnownOrders = new Map();
  const orders: Orders = makeOrders(db, state, knownOrders, before);
  const answering =
    index.present.size > state.limits.ownThreadAbove ? answerOnThread(index) : answerHere(index);
  return {
    ...versions,
    ...state,
    year: index.currentYear,
    knownOrders,
    answers: keepAnswers(index),
    query: async (filter, found, locale) => {
      const { sort } = filter;
      const asFound = found !== null && sort === 'relevance';
      const order = asFound ? null : await orders(sort === 'relevance' ? 'newest' : sort, locale);
      return answering.query({ filter, found, order, pageSize });
    },
    count: answering.count,
  };
}

function withTimes(times: Uint32Array, index: FacetIndex, rows: readonly IndexRow[]): Uint32Array {
  const grown = new Uint32Array(placesOf(index));
  grown.set(times);
  for (const { id, publishedAt } of rows) grown[placeOf(index, id)] = publishedAt;
  return grown;
}

function byId(practices: readonly HeldPractice[]): Map<string, HeldPractice> {
  return new Map(practices.map((practice) => [practice.id, practice]));
}
