import 'server-only';
import { countrySearchNames } from '#domain/country-search-names';
import { type FoundName, findName, type NamedThing, type SpokenName } from '#domain/found-name';
import type { PracticeCard } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { foldText } from '#lib/fold-text';
import { facetLabel, type Vocabulary } from '#server/catalogue/queries/vocabulary';

type Kind = NamedThing['kind'];
type Folded = NamedThing['names'];

/** Which of a card's places and topics have a name with one of the words that the card does not show, each once. */
export function namesFound(
  vocabulary: Vocabulary,
  card: PracticeCard,
  words: readonly string[],
  locale: Locale,
): FoundName[] {
  if (words.length === 0) return [];
  const thing = (kind: Kind, value: string): NamedThing => ({
    ...{ kind, label: facetLabel[kind](vocabulary, value, locale) },
    names: foldedNames(vocabulary, kind, value),
  });
  const things = [
    ...card.topics.map(({ id }) => thing('topic', id)),
    ...card.cities.map(({ id }) => thing('city', id)),
    thing('country', card.country),
  ];
  const found = words.flatMap((word) => findName(word, things) ?? []);
  return [...new Map(found.map((one) => [`${one.kind} ${one.label}`, one])).values()];
}

const remembered = new WeakMap<Vocabulary, Map<string, Folded>>();

/** Folded once for each state of the vocabulary: a city has up to a hundred names. */
function foldedNames(vocabulary: Vocabulary, kind: Kind, value: string): Folded {
  const known = remembered.get(vocabulary) ?? new Map<string, Folded>();
  remembered.set(vocabulary, known);
  const key = `${kind} ${value}`;
  const names = known.get(key) ?? fold(namesOf[kind](vocabulary, value));
  known.set(key, names);
  return names;
}

function fold(names: readonly SpokenName[]): Folded {
  return names.map((spoken) => ({ ...spoken, folded: foldText(spoken.name) }));
}

let ofCountries: Map<string, SpokenName[]> | undefined;

const namesOf: Record<Kind, (vocabulary: Vocabulary, value: string) => readonly SpokenName[]> = {
  topic: ({ topics }, value) => {
    const topic = topics.get(value);
    const names = [...(topic?.names ?? [])].map(([language, name]) => ({ language, name }));
    return [...names, ...(topic?.words ?? [])];
  },
  city: ({ cities }, value) => cities.get(value)?.allNames ?? [],
  country: (_, value) => {
    ofCountries ??= Map.groupBy(countrySearchNames(), ({ country }) => country);
    return ofCountries.get(value) ?? [];
  },
};
