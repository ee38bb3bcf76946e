import 'server-only';
import type { Named } from '#domain/practice';
import type { KnownChoices } from '#domain/submission-check';
import { sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { catalogueSnapshot } from '#server/catalogue/queries/snapshot';
import { cityIn, targetGroupIn, topicIn, type Vocabulary } from '#server/catalogue/queries/vocabulary';

/** A city as it is found by typing: `also` are its other names. */
export type CityChoice = Named & { country: string; also: readonly string[] };

/** What an example can be described with, in the reader's language and order. */
export type Choices = {
  cities: readonly CityChoice[];
  topics: readonly Named[];
  targetGroups: readonly Named[];
  known: KnownChoices;
};

export async function readChoices({ locale, now }: { locale: Locale; now: Date }): Promise<Choices> {
  const { vocabulary } = await catalogueSnapshot(now);
  return {
    cities: citiesIn(vocabulary, locale),
    topics: [...vocabulary.topics.keys()].map((id) => topicIn(vocabulary, id, locale)),
    targetGroups: [...vocabulary.targetGroups.keys()].map((id) => targetGroupIn(vocabulary, id, locale)),
    known: knownOf(vocabulary),
  };
}

/** What is known, for checks alone. */
export async function readKnownChoices(now: Date): Promise<KnownChoices> {
  return knownOf((await catalogueSnapshot(now)).vocabulary);
}

function knownOf({ cities, topics, targetGroups }: Vocabulary): KnownChoices {
  return {
    cities: new Map([...cities.values()].map(({ id, country }) => [id, country])),
    topics: new Set(topics.keys()),
    targetGroups: new Set(targetGroups.keys()),
  };
}

function citiesIn(vocabulary: Vocabulary, locale: Locale): CityChoice[] {
  const cities = [...vocabulary.cities.values()].map(({ id, country, allNames }) => {
    const { name } = cityIn(vocabulary, id, locale);
    const names = new Set(allNames.map((one) => one.name));
    return { id, name, country, also: [...names].filter((other) => other !== name) };
  });
  return sortByName(cities, ({ name }) => name, locale);
}
