import { z } from 'zod';
import { sectionNames } from '#domain/practice';
import { PublishedFile } from '#domain/published-file';
import { DraftFields } from '#domain/submission-fields';
import { printYears } from '#domain/years';

const section = z.string().nullable();

const Text = z.object({
  language: z.string(),
  approved_by: z.enum(['catalogue', 'city']),
  state: z.enum(['approved', 'outdated']),
  /** For a translation: the version whose original it says; null for one kept before that was noted. */
  made_from: z.number().nullable().default(null),
  title: z.string(),
  summary: section,
  purpose: section,
  rationale: section,
  process: section,
  impact: section,
  resources: section,
  challenges: section,
  transfer: section,
  evidence: section,
  references: section,
});

/** All that readers see of a practice, as the SQL function practice_content says: the live one, and every version kept. */
export const PracticeContent = z.object({
  country: z.string(),
  startYear: z.number().nullable(),
  endYear: z.number().nullable(),
  ongoing: z.boolean(),
  originalLanguage: z.string(),
  provenance: z.enum(['city', 'programme_excerpt', 'catalogue_summary']),
  sourcesReadOn: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  website: z.string().nullable(),
  evaluator: z.string().nullable(),
  contact: z.object({ name: z.string(), office: z.string(), email: z.string() }).nullable(),
  texts: z.array(Text),
  cities: z.array(z.string()),
  topics: z.array(z.string()),
  targetGroups: z.array(z.string()),
  files: z.array(PublishedFile),
});
export type PracticeContent = z.output<typeof PracticeContent>;

/** The text of a language; null where there is none. */
export function contentText(
  content: PracticeContent,
  language: string,
): PracticeContent['texts'][number] | null {
  return content.texts.find((text) => text.language === language) ?? null;
}

/** A published practice as fields of the form, to begin from. The agreement is given anew. */
export function fieldsOfContent(content: PracticeContent): DraftFields {
  const { country, cities, topics, targetGroups, originalLanguage: language } = content;
  const { website, evaluator, contact } = content;
  const text = contentText(content, language);
  const years = { start: content.startYear, end: content.endYear, ongoing: content.ongoing };
  return DraftFields.parse({
    ...{ country, cities, topics, targetGroups, language },
    ...{ website: website ?? '', evaluator: evaluator ?? '' },
    years: years.start === null && !years.ongoing ? '' : printYears(years),
    ...{ title: text?.title ?? '', summary: text?.summary ?? '' },
    ...Object.fromEntries(sectionNames.map((name) => [name, text?.[name] ?? ''])),
    ...(contact && {
      ...{ contactName: contact.name, contactOffice: contact.office, contactEmail: contact.email },
      contactPublic: 'yes',
    }),
  });
}
