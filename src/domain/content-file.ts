import { z } from 'zod';
import { isCountry } from '#domain/countries';
import { parseYears, type Years } from '#domain/years';

/** One file below `content/`: the path to print, its parts below the content folder, its text with `\n` line ends. */
export type ContentFile = { path: string; parts: readonly string[]; text: string };

/** Something wrong in a file of `content/`. Lines count from 1. */
export type ContentProblem = { file: string; line: number; reason: string };

/** What can be read and what cannot: a caller that loads refuses as soon as there is one problem. */
export type Parsed<T> = { value: T; problems: ContentProblem[] };

/** Lengths in characters, unless the name says words. */
export const contentLimits = {
  title: 120,
  /** An excerpt keeps the title the programme gave it; this is what the database holds. */
  storedTitle: 200,
  summary: { min: 60, max: 320 },
  collectionSummary: 200,
  slug: 120,
  topics: { min: 1, max: 5 },
  sectionWords: { min: 25, max: 250 },
  sentenceWords: 35,
  /** So many words in a row from a fact are a copy. */
  copiedWords: 8,
} as const;

export const languagePattern = /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/;
const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A text that the database can hold: no control characters, no halves of characters. */
export function isStorable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses.
  return text.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text);
}

/** A text of one field: trimmed, not empty, `max` characters at most. */
export function line(max: number, min = 1) {
  return z
    .string()
    .trim()
    .refine(isStorable, 'holds a character that cannot be stored')
    .refine((text) => text.length >= min && text.length <= max, {
      error: ({ input }) => `has ${String(input).length} characters, between ${min} and ${max} are needed`,
    });
}

/** The name of a folder that becomes an address. */
export const slug = z
  .string()
  .max(contentLimits.slug, `is longer than ${contentLimits.slug} characters`)
  .regex(slugPattern, 'has small letters a–z, digits and single hyphens only');

/** A list of ids without one listed twice. */
export function idList(schema: z.ZodType<string>) {
  return z.array(schema).superRefine((ids, context) => {
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) < index) {
        context.addIssue({ code: 'custom', path: [index], message: `${id} is listed twice` });
      }
    }
  });
}

const id = z.string();

const yearsReasons = {
  empty: 'is empty; write unknown where the sources give no year',
  'no-year': 'has no year in it; write unknown where the sources give no year',
  'not-understood': 'is not understood; write for example 2021, 2019–2021, 2017 onwards, 2011–? or unknown',
  'end-before-start': 'ends before it starts',
  'out-of-range': 'has a year before 1900 or after 2200',
} satisfies Record<Extract<ReturnType<typeof parseYears>, { ok: false }>['reason'], string>;

const years = z.union([z.string(), z.number()]).transform((written, context): Years => {
  const result = parseYears(String(written));
  if (result.ok) return result.years;
  context.addIssue({ code: 'custom', message: yearsReasons[result.reason] });
  return z.NEVER;
});

/** A month such as 2026-11. */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is written as year and month: 2026-11');

/** Fields of an original: what is the same in all languages, and its own title and summary. */
export const OriginalFields = z
  .strictObject({
    id: z.string().regex(/^[0-9a-z]{10}$/, 'is ten small letters or digits, never changed'),
    title: line(contentLimits.storedTitle),
    summary: line(contentLimits.summary.max, contentLimits.summary.min).optional(),
    country: z.string().refine(isCountry, 'is not an ISO 3166 code such as IT'),
    cities: idList(id).default([]),
    years,
    topics: idList(id)
      .min(contentLimits.topics.min, 'has no topic, one at least is needed')
      .max(contentLimits.topics.max, `has more than ${contentLimits.topics.max} topics`),
    targetGroups: idList(id).default([]),
    provenance: z.enum(['city', 'programme-excerpt', 'catalogue-summary']),
    sourcesReadOn: month.optional(),
    canonicalUrl: z.url({ protocol: /^https?$/, error: 'is not a web address' }).optional(),
    formerSlugs: idList(slug).default([]),
  })
  .refine((fields) => fields.provenance !== 'catalogue-summary' || fields.sourcesReadOn, {
    path: ['sourcesReadOn'],
    error: 'is missing; a catalogue summary says in which month its sources were read',
  });

/** Fields of a translation: only its text, and who stands for it. */
export const TranslationFields = z.strictObject({
  translationOf: z.string().regex(languagePattern, 'is a language code such as en'),
  title: line(contentLimits.storedTitle),
  summary: line(contentLimits.summary.max, contentLimits.summary.min).optional(),
  approvedBy: z.enum(['catalogue', 'city']),
});

export type OriginalFields = z.output<typeof OriginalFields>;
export type TranslationFields = z.output<typeof TranslationFields>;

/** Whether a file says of itself that it is a translation, so that it is read with the right fields. */
export function claimsTranslation(text: string): boolean {
  return /^---\n(?:(?!---).*\n)*?translationOf:/.test(text);
}
