import { z } from 'zod';
import { isCountry } from '#domain/countries';
import { type PlaceType, placeTypes } from '#domain/practice';
import { anyLanguage, type VocabularyKind } from '#domain/vocabulary';

export const entryLimits = { name: 200, words: 100, threads: 7 } as const;

type Place = {
  country: string;
  placeType: PlaceType;
  networkId: string | null;
  latitude: number;
  longitude: number;
};

/** What an entry of a vocabulary says, whichever list it is in. */
export type VocabularyEntry = {
  /** By language; those of no interface language among them. */
  names: Readonly<Record<string, string>>;
  /** What it is searched by besides, by language. */
  words: Readonly<Record<string, readonly string[]>>;
  /** Of a topic. */
  thread: number | null;
  /** Of a city. */
  place: Place | null;
};

/** What is to be done about a field; the words are the interface's. */
export type EntryProblem =
  | 'name'
  | 'long'
  | 'many'
  | 'taken'
  | 'country'
  | 'place-type'
  | 'network'
  | 'degrees';
export type EntryProblems = Readonly<Record<string, EntryProblem>>;

type Form = {
  kind: VocabularyKind;
  /** The first value of a field, as it was typed. */
  read: (field: string) => string;
  /** Languages of the interface: the form has a name in each. */
  languages: readonly string[];
  isNetwork: (id: string) => boolean;
  /** What stands in the entry that is edited: languages the form does not show stay, a city stays in its country. */
  before: VocabularyEntry | null;
};

/** The languages whose words the form of a list shows. */
export function wordLanguages(kind: VocabularyKind, languages: readonly string[]): readonly string[] {
  return { topic: languages, city: [anyLanguage], group: [] }[kind];
}

/** Whether a name in a language has to be given: a city's is mostly the same in all, so that English is enough. */
export function isNameNeeded(kind: VocabularyKind, language: string): boolean {
  return kind !== 'city' || language === 'en';
}

/** Reads the form of an entry: the entry, or what is to be corrected, by the name of the field. */
export function readEntry(
  form: Form,
): { ok: true; entry: VocabularyEntry } | { ok: false; problems: EntryProblems } {
  const problems: Record<string, EntryProblem> = {};
  const names = readNames(form, problems);
  const words = readWords(form, problems);
  const thread = form.kind === 'topic' ? Thread.parse(form.read('thread')) : null;
  const place = form.kind === 'city' ? readPlace(form, problems) : null;
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, entry: { names, words, thread, place } };
}

/** From 1 to 7; the form offers no other. */
const Thread = z.coerce.number().int().min(1).max(entryLimits.threads).catch(1);

function readNames({ kind, read, languages, before }: Form, problems: Record<string, EntryProblem>) {
  const names: Record<string, string> = { ...before?.names };
  for (const language of languages) {
    const name = lineOf(read(`name-${language}`));
    delete names[language];
    if (name !== '') names[language] = name;
    else if (isNameNeeded(kind, language)) problems[`name-${language}`] = 'name';
    if (name.length > entryLimits.name) problems[`name-${language}`] = 'long';
  }
  return names;
}

function readWords({ kind, read, languages, before }: Form, problems: Record<string, EntryProblem>) {
  const words: Record<string, readonly string[]> = { ...before?.words };
  for (const language of wordLanguages(kind, languages)) {
    const typed = read(`words-${language}`).split('\n').map(lineOf);
    const list = [...new Set(typed)].filter((word) => word !== '');
    delete words[language];
    if (list.length > 0) words[language] = list;
    if (list.length > entryLimits.words) problems[`words-${language}`] = 'many';
    if (list.some((word) => word.length > entryLimits.name)) problems[`words-${language}`] = 'long';
  }
  return words;
}

function readPlace({ read, isNetwork, before }: Form, problems: Record<string, EntryProblem>): Place | null {
  const country = before?.place?.country ?? read('country');
  const placeType = z.enum(placeTypes).safeParse(read('placeType'));
  const network = read('network');
  const latitude = degrees(90).safeParse(read('latitude'));
  const longitude = degrees(180).safeParse(read('longitude'));
  if (!isCountry(country)) problems.country = 'country';
  if (!placeType.success) problems.placeType = 'place-type';
  if (network !== '' && !isNetwork(network)) problems.network = 'network';
  if (!latitude.success) problems.latitude = 'degrees';
  if (!longitude.success) problems.longitude = 'degrees';
  if (!placeType.success || !latitude.success || !longitude.success) return null;
  const [north, east] = [latitude.data, longitude.data];
  return { country, placeType: placeType.data, networkId: network || null, latitude: north, longitude: east };
}

/** Degrees as people write them: with a point or a comma. */
function degrees(most: number) {
  return z
    .string()
    .transform((text) => text.trim().replace(',', '.').replace('−', '-'))
    .pipe(z.string().regex(/^-?\d{1,3}(?:\.\d{1,15})?$/))
    .transform(Number)
    .pipe(z.number().min(-most).max(most));
}

function lineOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Languages and words as rows of a table. */
export function listWords(words: VocabularyEntry['words']): { language: string; word: string }[] {
  return Object.entries(words).flatMap(([language, list]) => list.map((word) => ({ language, word })));
}

/**
 * What another entry that it takes in adds to what an entry is searched by: names and words that it does not have. Of
 * cities, in no language in particular.
 */
export function withWordsOf(
  kind: VocabularyKind,
  entry: VocabularyEntry,
  taken: VocabularyEntry,
): VocabularyEntry {
  if (kind === 'group') return entry;
  const found = [
    ...Object.entries(taken.names).map(([language, word]) => ({ language, word })),
    ...listWords(taken.words),
  ];
  const words: Record<string, readonly string[]> = { ...entry.words };
  const own = new Set(Object.values(entry.names));
  for (const { language, word } of found) {
    const into = kind === 'city' ? anyLanguage : language;
    const known = words[into] ?? [];
    const isNamed = kind === 'city' ? own.has(word) : entry.names[language] === word;
    if (!isNamed && !known.includes(word)) words[into] = [...known, word];
  }
  return { ...entry, words };
}

/** An entry as one text, the same in whatever order its names and words come. */
export function spellEntry({ names, words, thread, place }: VocabularyEntry): string {
  const sorted = (pairs: [string, string][]) => pairs.map((pair) => pair.join(' ')).sort();
  const wordPairs = listWords(words).map(({ language, word }): [string, string] => [language, word]);
  return JSON.stringify([
    sorted(Object.entries(names)),
    sorted(wordPairs),
    thread,
    place && [place.country, place.placeType, place.networkId, place.latitude, place.longitude],
  ]);
}
