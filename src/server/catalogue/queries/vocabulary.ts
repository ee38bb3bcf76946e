import 'server-only';
import type { FacetName } from '#domain/catalogue-filter';
import { countryName, isCountry } from '#domain/countries';
import type { Named, Place, TopicName } from '#domain/practice';
import { isLanguage, languageName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import type { Database } from '#server/platform/db';

type Names = ReadonlyMap<string, string>;
type Topic = { id: string; thread: number; names: Names };
type City = Omit<Place, 'name' | 'network'> & { country: string; networkNames: Names | null; names: Names };

/** The words practices are described with, and their names in every language. */
export type Vocabulary = {
  topics: ReadonlyMap<string, Topic>;
  cities: ReadonlyMap<string, City>;
  targetGroups: ReadonlyMap<string, { id: string; names: Names }>;
};

export async function loadVocabulary(db: Database): Promise<Vocabulary> {
  const [topics, cities, targetGroups] = await Promise.all([
    db.topic.findMany({ include: { names: true }, orderBy: { position: 'asc' } }),
    db.city.findMany({ include: { names: true, network: { include: { names: true } } } }),
    db.targetGroup.findMany({ include: { names: true }, orderBy: { position: 'asc' } }),
  ]);
  return {
    topics: byId(topics.map(({ id, thread, names }) => ({ id, thread, names: namesOf(names) }))),
    cities: byId(
      cities.map(({ id, country, placeType: type, latitude, longitude, names, network }) => ({
        ...{ id, country, type, latitude, longitude },
        names: namesOf(names),
        networkNames: network && namesOf(network.names),
      })),
    ),
    targetGroups: byId(targetGroups.map(({ id, names }) => ({ id, names: namesOf(names) }))),
  };
}

export function topicIn(vocabulary: Vocabulary, id: string, locale: Locale): TopicName {
  const topic = vocabulary.topics.get(id);
  return { id, name: nameIn(topic?.names, locale, id), thread: topic?.thread ?? 1 };
}

export function cityIn(vocabulary: Vocabulary, id: string, locale: Locale): Named {
  return { id, name: nameIn(vocabulary.cities.get(id)?.names, locale, id) };
}

export function placeIn(vocabulary: Vocabulary, id: string, locale: Locale): Place | null {
  const city = vocabulary.cities.get(id);
  if (!city) return null;
  const { type, latitude, longitude, networkNames } = city;
  const network = networkNames && nameIn(networkNames, locale, '');
  return { ...cityIn(vocabulary, id, locale), type, latitude, longitude, network: network || null };
}

export function targetGroupIn(vocabulary: Vocabulary, id: string, locale: Locale): Named {
  return { id, name: nameIn(vocabulary.targetGroups.get(id)?.names, locale, id) };
}

/** The reader's name of a facet value. */
export const facetLabel: Record<
  FacetName,
  (vocabulary: Vocabulary, value: string, locale: Locale) => string
> = {
  country: (_, value, locale) => countryName(value, locale),
  city: (vocabulary, value, locale) => cityIn(vocabulary, value, locale).name,
  topic: (vocabulary, value, locale) => topicIn(vocabulary, value, locale).name,
  language: (_, value, locale) => languageName(value, locale),
};

/** Whether a facet value exists at all, used by a practice or not. */
export const isKnownValue: Record<FacetName, (vocabulary: Vocabulary, value: string) => boolean> = {
  country: (_, value) => isCountry(value),
  city: (vocabulary, value) => vocabulary.cities.has(value),
  topic: (vocabulary, value) => vocabulary.topics.has(value),
  language: (_, value) => isLanguage(value),
};

function nameIn(names: Names | undefined, locale: Locale, fallback: string): string {
  return names?.get(locale) ?? names?.get('en') ?? fallback;
}

function namesOf(rows: readonly { language: string; name: string }[]): Names {
  return new Map(rows.map(({ language, name }) => [language, name]));
}

function byId<T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
