import 'server-only';
import { z } from 'zod';

const Text = z.object({
  language: z.string(),
  approved_by: z.enum(['catalogue', 'city']),
  title: z.string(),
  summary: z.string().nullable(),
  purpose: z.string().nullable(),
  rationale: z.string().nullable(),
  process: z.string().nullable(),
  impact: z.string().nullable(),
  evidence: z.string().nullable(),
  resources: z.string().nullable(),
  challenges: z.string().nullable(),
  transfer: z.string().nullable(),
  references: z.string().nullable(),
});

const File = z.object({
  id: z.string(),
  kind: z.enum(['image', 'document']),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  alt: z.string(),
  decorative: z.boolean(),
  credit: z.string(),
  title: z.string(),
  language: z.string(),
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
  files: z.array(File),
});
export type PracticeContent = z.output<typeof PracticeContent>;

/** The text of a language; null where there is none. */
export function contentText(
  content: PracticeContent,
  language: string,
): PracticeContent['texts'][number] | null {
  return content.texts.find((text) => text.language === language) ?? null;
}
