import 'server-only';
import { emptyFilter } from '#domain/catalogue-filter';
import { countryName } from '#domain/countries';
import { countrySearchNames } from '#domain/country-search-names';
import {
  type Candidate,
  makeCandidate,
  matchCandidates,
  pickSuggestions,
  type Suggestion,
  suggestionLimit,
} from '#domain/suggestion';
import { collatorOf } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { foldText } from '#lib/fold-text';
import { type CatalogueSnapshot, catalogueSnapshot } from '#server/catalogue/queries/snapshot';
import { titlesHeld, titlesStored } from '#server/catalogue/queries/suggest-titles';
import { facetLabel, type Vocabulary } from '#server/catalogue/queries/vocabulary';
import { database } from '#server/platform/db';
import { unlessAway } from '#server/platform/outage';

/** Facets whose values are suggested. */
type NamedFacet = 'city' | 'country' | 'topic';

let last: CatalogueSnapshot | undefined;

/**
 * What the first letters of a search may be meant for: cities, countries, topics and examples, at most eight. One query:
 * the catalogue's version, or, where titles are not held in memory, titles and version in one. While the database is
 * away, what is in memory.
 */
export async function readSuggestions(
  query: string,
  { locale, now }: { locale: Locale; now: Date },
): Promise<Suggestion[]> {
  if (foldText(query) === '') return [];
  if (!last || last.held) last = await catalogueSnapshot(now);
  if (last.held) return suggestFrom(last, query, locale, titlesHeld(last, last.held, query, locale));
  const unknown = { titles: [], version: last.version };
  const { titles, version } = await unlessAway(titlesStored(database(), query, locale), unknown);
  if (version !== last.version) last = await catalogueSnapshot(now);
  return suggestFrom(last, query, locale, titles);
}

/** Suggestions from a given snapshot, and from the titles that were found. */
export function suggestFrom(
  snapshot: CatalogueSnapshot,
  query: string,
  locale: Locale,
  titles: readonly Suggestion[],
): Suggestion[] {
  return pickSuggestions({
    city: suggestValues('city', snapshot, query, locale),
    country: suggestValues('country', snapshot, query, locale),
    topic: suggestValues('topic', snapshot, query, locale),
    practice: titles,
  });
}

function suggestValues(
  facet: NamedFacet,
  snapshot: CatalogueSnapshot,
  query: string,
  locale: Locale,
): Suggestion[] {
  const { index, vocabulary } = snapshot;
  const countOf = (value: string) => index.totals.facets[facet].get(value) ?? 0;
  const found = matchCandidates(candidatesOf(vocabulary, facet, locale), query, countOf);
  return found.slice(0, suggestionLimit).map(({ value, label }) => {
    const country = facet === 'city' && vocabulary.cities.get(value)?.country;
    return {
      kind: facet,
      label,
      ...(country ? { detail: countryName(country, locale) } : {}),
      href: listingPath(locale, { ...emptyFilter, facets: { ...emptyFilter.facets, [facet]: [value] } }),
    };
  });
}

const remembered = new WeakMap<Vocabulary, Map<string, readonly Candidate[]>>();

/** All values there are, with their names: made once for each state of the vocabulary. */
function candidatesOf(vocabulary: Vocabulary, facet: NamedFacet, locale: Locale): readonly Candidate[] {
  const known = remembered.get(vocabulary) ?? new Map<string, readonly Candidate[]>();
  remembered.set(vocabulary, known);
  const key = `${facet} ${locale}`;
  const candidates = known.get(key) ?? makeCandidates(vocabulary, facet, locale);
  known.set(key, candidates);
  return candidates;
}

function makeCandidates(vocabulary: Vocabulary, facet: NamedFacet, locale: Locale): Candidate[] {
  const collator = collatorOf(locale);
  const names = namesOf[facet](vocabulary);
  return [...names]
    .map(([value, all]) => makeCandidate(value, facetLabel[facet](vocabulary, value, locale), all))
    .sort((a, b) => collator.compare(a.label, b.label));
}

type NamesOfValues = Iterable<[value: string, names: Iterable<string>]>;

/** Every name that each value is searched by, in any language. */
const namesOf: Record<NamedFacet, (vocabulary: Vocabulary) => NamesOfValues> = {
  city: ({ cities }) =>
    [...cities.values()].map(({ id, allNames }) => [id, allNames.map(({ name }) => name)]),
  topic: ({ topics }) =>
    [...topics.values()].map(({ id, names, words }) => [
      id,
      [...names.values(), ...words.map(({ name }) => name)],
    ]),
  country: () => {
    const byCountry = Map.groupBy(countrySearchNames(), ({ country }) => country);
    return [...byCountry].map(([country, rows]) => [country, rows.map(({ name }) => name)]);
  },
};
