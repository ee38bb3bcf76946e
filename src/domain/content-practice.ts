import { type RecordFacts, RecordFacts as RecordFactsSchema } from '#domain/content-facts';
import {
  type ContentFile,
  type ContentProblem,
  claimsTranslation,
  OriginalFields,
  type Parsed,
  slug as slugSchema,
  TranslationFields,
} from '#domain/content-file';
import { type ContentText, languageOf, readFields, readText } from '#domain/content-text';
import { type ContentVocabulary, parseJsonFile } from '#domain/content-vocabulary';
import type { Provenance } from '#domain/practice';
import type { Years } from '#domain/years';
import type { MarkdownFile } from '#lib/front-matter';

/** One example as its folder holds it. */
export type ContentPractice = {
  id: string;
  /** Name of the folder, and the address. */
  slug: string;
  formerSlugs: readonly string[];
  country: string;
  cities: readonly string[];
  years: Years;
  topics: readonly string[];
  targetGroups: readonly string[];
  provenance: Provenance;
  sourcesReadOn: string | null;
  canonicalUrl: string | null;
  originalLanguage: string;
  /** The original first. */
  texts: readonly ContentText[];
  facts: RecordFacts | null;
};

const provenances = {
  city: 'city',
  'programme-excerpt': 'programme_excerpt',
  'catalogue-summary': 'catalogue_summary',
} as const satisfies Record<OriginalFields['provenance'], Provenance>;

/** Reads the folder of one example. Null when it has no original that holds. */
export function parsePractice(
  slug: string,
  files: readonly ContentFile[],
  vocabulary: ContentVocabulary,
): Parsed<ContentPractice | null> {
  const problems: ContentProblem[] = [];
  const keep = <T>(parsed: Parsed<T>): T => {
    problems.push(...parsed.problems);
    return parsed.value;
  };
  const refuse = (file: string, reason: string, line = 1) => problems.push({ file, line, reason });

  const firstFile = files[0]?.path ?? slug;
  const slugCheck = slugSchema.safeParse(slug);
  if (!slugCheck.success) refuse(firstFile, `the folder name ${slugCheck.error.issues[0]?.message}`);
  const factsFile = files.find(({ parts }) => parts[2] === 'facts.json');
  const facts = factsFile ? keep(parseJsonFile(factsFile, RecordFactsSchema)) : null;

  const markdown = files
    .filter((file) => file !== factsFile)
    .filter((file) => {
      if (languageOf(file)) return true;
      refuse(file.path, 'is not a file of an example; these are <language>.md and facts.json');
      return false;
    });
  const originals = markdown.filter(({ text }) => !claimsTranslation(text));
  const [original] = originals;
  if (!original || originals.length > 1) {
    const found = originals.map(({ parts }) => parts[2]).join(', ');
    refuse(
      firstFile,
      `one file without translationOf is the original; here ${found ? `are ${found}` : 'is none'}`,
    );
    return { value: null, problems };
  }

  const fields = keep(readFields(original, OriginalFields));
  const originalLanguage = languageOf(original) ?? '';
  const texts: ContentText[] = [];
  if (fields) {
    problems.push(...findUnknownIds(original, fields, vocabulary));
    const approvedBy = fields.data.provenance === 'city' ? 'city' : 'catalogue';
    texts.push(keep(readText(original, originalLanguage, fields, approvedBy)));
  }
  for (const file of markdown.filter((one) => one !== original)) {
    const text = keep(parseTranslation(file, originalLanguage));
    if (text) texts.push(text);
  }
  if (!fields) return { value: null, problems };
  return { value: toPractice(slug, fields.data, originalLanguage, texts, facts), problems };
}

function parseTranslation(file: ContentFile, originalLanguage: string): Parsed<ContentText | null> {
  const { value: fields, problems } = readFields(file, TranslationFields);
  if (!fields) return { value: null, problems };
  const text = readText(file, languageOf(file) ?? '', fields, fields.data.approvedBy);
  if (fields.data.translationOf !== originalLanguage) {
    const reason = `translationOf: the original is ${originalLanguage}, not ${fields.data.translationOf}`;
    text.problems.unshift({ file: file.path, line: fields.lineOf(['translationOf']), reason });
  }
  return text;
}

function findUnknownIds(
  file: ContentFile,
  { data, lineOf }: MarkdownFile<OriginalFields>,
  vocabulary: ContentVocabulary,
): ContentProblem[] {
  const listed = ['cities', 'topics', 'targetGroups'] as const;
  // A list that could not be read has said so already; it would make every id unknown.
  const readable = listed.filter((field) => vocabulary[field].length > 0);
  return readable.flatMap((field) =>
    data[field].flatMap((id, index) => {
      const problem = { file: file.path, line: lineOf([field, index]) };
      const entry = vocabulary[field].find((candidate) => candidate.id === id);
      if (!entry) return [{ ...problem, reason: `${field}: ${id} is not in the vocabulary` }];
      if (!('country' in entry) || entry.country === data.country) return [];
      return [{ ...problem, reason: `cities: ${id} is in ${entry.country}, the record in ${data.country}` }];
    }),
  );
}

function toPractice(
  slug: string,
  fields: OriginalFields,
  originalLanguage: string,
  texts: readonly ContentText[],
  facts: RecordFacts | null,
): ContentPractice {
  const { id, formerSlugs, country, cities, years, topics, targetGroups } = fields;
  return {
    id,
    slug,
    formerSlugs,
    country,
    cities,
    years,
    topics,
    targetGroups,
    provenance: provenances[fields.provenance],
    sourcesReadOn: fields.sourcesReadOn ?? null,
    canonicalUrl: fields.canonicalUrl ?? null,
    originalLanguage,
    texts,
    facts,
  };
}
