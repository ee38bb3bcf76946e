import { z } from 'zod';
import { type ContentFile, type ContentProblem, idList, line, type Parsed, slug } from '#domain/content-file';
import { isCountry } from '#domain/countries';
import { placeTypes } from '#domain/practice';
import { parseLocated, parseLocatedYaml } from '#lib/located-yaml';

const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/, 'is not a language code such as en');
const name = line(200);
const names = z.record(language, name).refine((all) => 'en' in all, 'has no English name');
const TopicEntry = z.strictObject({
  id: slug,
  thread: z.int().min(1).max(7),
  names,
  /** Words people search by instead of the name, per language. What they find comes last. */
  alsoSearchedAs: z.record(language, idList(name)).default({}),
});
const TargetGroupEntry = z.strictObject({ id: slug, names });
const NetworkEntry = z.strictObject({ id: slug, names, note: z.string().optional() });
const CityEntry = z.strictObject({
  id: slug,
  country: z.string().refine(isCountry, 'is not an ISO 3166 code such as IT'),
  placeType: z.enum(placeTypes),
  network: slug.optional(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  geonamesId: z.int().positive().optional(),
  names,
  /** Names people search by, in no language in particular. */
  alsoKnownAs: idList(name).default([]),
  note: z.string().optional(),
});

/** Words of one meaning, per language. */
const MeaningEntry = z.strictObject({
  id: slug,
  words: z
    .record(language, idList(name).min(1))
    .refine((all) => Object.keys(all).length > 1, 'has words of one language'),
});

/** The lists that records choose from, in the order of their files, and words that mean the same. */
export type ContentVocabulary = {
  topics: z.output<typeof TopicEntry>[];
  targetGroups: z.output<typeof TargetGroupEntry>[];
  networks: z.output<typeof NetworkEntry>[];
  cities: z.output<typeof CityEntry>[];
  meanings: z.output<typeof MeaningEntry>[];
};

/** Reads `vocabularies/*.json`. A list with a problem counts as empty. */
export function parseVocabulary(files: readonly ContentFile[]): Parsed<ContentVocabulary> {
  const problems: ContentProblem[] = [];
  const readList = <T extends { id: string }>(fileName: string, entry: z.ZodType<T>): T[] => {
    const file = files.find(({ parts }) => parts[1] === fileName);
    if (!file) {
      problems.push({ file: `vocabularies/${fileName}`, line: 1, reason: 'the file is missing' });
      return [];
    }
    const list = parseJsonFile(file, z.array(entry).superRefine(refuseRepeatedIds));
    problems.push(...list.problems);
    return list.value ?? [];
  };
  const value = {
    topics: readList('topics.json', TopicEntry),
    targetGroups: readList('target-groups.json', TargetGroupEntry),
    networks: readList('networks.json', NetworkEntry),
    cities: readList('cities.json', CityEntry),
    meanings: readList('meanings.json', MeaningEntry),
  };
  const cityFile = files.find(({ parts }) => parts[1] === 'cities.json')?.path ?? 'cities.json';
  for (const { id, network } of value.cities) {
    if (network && !value.networks.some((entry) => entry.id === network)) {
      problems.push({ file: cityFile, line: 1, reason: `${id}: ${network} is not in networks.json` });
    }
  }
  return { value, problems };
}

/** Reads a JSON file against a schema; null when it does not hold. */
export function parseJsonFile<T>(file: ContentFile, schema: z.ZodType<T>): Parsed<T | null> {
  const located = parseLocatedYaml(file.text);
  const parsed = located.ok ? parseLocated(schema, located.value) : located;
  if (parsed.ok) return { value: parsed.value, problems: [] };
  return { value: null, problems: parsed.problems.map((problem) => ({ file: file.path, ...problem })) };
}

function refuseRepeatedIds(
  entries: readonly { id: string }[],
  context: z.core.$RefinementCtx<readonly { id: string }[]>,
): void {
  for (const [index, { id }] of entries.entries()) {
    if (entries.findIndex((entry) => entry.id === id) < index) {
      context.addIssue({ code: 'custom', path: [index, 'id'], message: `${id} is listed twice` });
    }
  }
}
