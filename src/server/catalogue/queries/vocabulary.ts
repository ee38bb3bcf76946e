import 'server-only';
import type { FacetName } from '#domain/catalogue-filter';
import { countryName, isCountry } from '#domain/countries';
import type { SpokenName } from '#domain/found-name';
import { type Named, type Place, placeTypes, type TopicName } from '#domain/practice';
import type { VocabularyKind } from '#domain/vocabulary';
import { isLanguage, languageName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { Database } from '#server/platform/db';

type Names = ReadonlyMap<string, string>;
/** `words`: what people search by beside the name. */
type Topic = { id: string; thread: number; names: Names; words: readonly SpokenName[] };
type City = Omit<Place, 'name' | 'network'> & {
  country: string;
  networkId: string | null;
  names: Names;
  /** All names, those of no language in particular included: what people search by. */
  allNames: readonly SpokenName[];
};

/** The words practices are described with, and their names in every language. */
export type Vocabulary = {
  topics: ReadonlyMap<string, Topic>;
  cities: ReadonlyMap<string, City>;
  targetGroups: ReadonlyMap<string, { id: string; names: Names }>;
  networks: ReadonlyMap<string, { id: string; names: Names }>;
  /** What merged values of a facet have become: their addresses lead on. */
  merged: Readonly<Record<VocabularyKind, ReadonlyMap<string, string>>>;
};

export async function loadVocabulary(db: Database): Promise<Vocabulary> {
  const [topics, cities, targetGroups, networks, redirects] = await Promise.all([
    db.topic.findMany({
      include: { names: true, words: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    db.city.findMany({ include: { names: true } }),
    db.targetGroup.findMany({ include: { names: true }, orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
    db.network.findMany({ include: { names: true } }),
    db.vocabularyRedirect.findMany({ where: { toId: { not: null } } }),
  ]);
  return {
    topics: byId(
      topics.map(({ id, thread, names, words }) => ({
        ...{ id, thread, names: namesOf(names) },
        words: words.map(({ language, word }) => ({ language, name: word })),
      })),
    ),
    cities: byId(
      cities.map(({ id, country, placeType: type, latitude, longitude, networkId, names }) => ({
        ...{ id, country, type, latitude, longitude, networkId },
        names: namesOf(names),
        allNames: names.map(({ language, name }) => ({ language, name })),
      })),
    ),
    targetGroups: byId(targetGroups.map(({ id, names }) => ({ id, names: namesOf(names) }))),
    networks: byId(networks.map(({ id, names }) => ({ id, names: namesOf(names) }))),
    merged: {
      topic: redirectsOf(redirects, 'topic'),
      city: redirectsOf(redirects, 'city'),
      group: redirectsOf(redirects, 'group'),
    },
  };
}

type Redirect = { kind: VocabularyKind; fromId: string; toId: string | null };

function redirectsOf(redirects: readonly Redirect[], kind: VocabularyKind): ReadonlyMap<string, string> {
  return new Map(
    redirects.flatMap(({ kind: other, fromId, toId }) =>
      other === kind && toId !== null ? [[fromId, toId] as const] : [],
    ),
  );
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
  const { type, latitude, longitude, networkId } = city;
  const network = networkId && networkIn(vocabulary, networkId, locale).name;
  return { ...cityIn(vocabulary, id, locale), type, latitude, longitude, network };
}

export function targetGroupIn(vocabulary: Vocabulary, id: string, locale: Locale): Named {
  return { id, name: nameIn(vocabulary.targetGroups.get(id)?.names, locale, id) };
}

function networkIn(vocabulary: Vocabulary, id: string, locale: Locale): Named {
  return { id, name: nameIn(vocabulary.networks.get(id)?.names, locale, id) };
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
  group: (vocabulary, value, locale) => targetGroupIn(vocabulary, value, locale).name,
  place: (_, value, locale) => {
    const type = placeTypes.find((known) => known === value);
    const name = type ? translatorOf(locale)(`place.${type}`) : value;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  },
  network: (vocabulary, value, locale) => networkIn(vocabulary, value, locale).name,
};

/** Whether a facet value exists at all, used by a practice or not. */
export const isKnownValue: Record<FacetName, (vocabulary: Vocabulary, value: string) => boolean> = {
  country: (_, value) => isCountry(value),
  city: (vocabulary, value) => vocabulary.cities.has(value),
  topic: (vocabulary, value) => vocabulary.topics.has(value),
  language: (_, value) => isLanguage(value),
  group: (vocabulary, value) => vocabulary.targetGroups.has(value),
  place: (_, value) => placeTypes.some((type) => type === value),
  network: (vocabulary, value) => vocabulary.networks.has(value),
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
