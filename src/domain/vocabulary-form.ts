import type { VocabularyKind } from '#domain/vocabulary';
import { type VocabularyEntry, wordLanguages } from '#domain/vocabulary-entry';

/** What the form of an entry holds when it is opened, by the name of the field. */
export function entryValues(
  kind: VocabularyKind,
  { names, words, thread, place }: VocabularyEntry,
  languages: readonly string[],
): Map<string, string> {
  const pairs: (readonly [string, string])[] = [
    ...languages.map((language) => [`name-${language}`, names[language] ?? ''] as const),
    ...wordLanguages(kind, languages).map(
      (language) => [`words-${language}`, (words[language] ?? []).join('\n')] as const,
    ),
  ];
  if (kind === 'topic') pairs.push(['thread', String(thread ?? 1)]);
  if (place)
    pairs.push(
      ['country', place.country],
      ['placeType', place.placeType],
      ['network', place.networkId ?? ''],
      ['latitude', String(place.latitude)],
      ['longitude', String(place.longitude)],
    );
  return new Map(pairs);
}
