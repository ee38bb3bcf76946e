import { z } from 'zod';
import { sectionNames } from '#domain/practice';
import { DraftFields } from '#domain/submission-fields';
import { printYears } from '#domain/years';

const section = z.string().nullable();

const Text = z.object({
  language: z.string(),
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

/** What the SQL function practice_content() tells of a practice, as far as its authors write it. */
export const PracticeContent = z.object({
  country: z.string(),
  startYear: z.number().nullable(),
  endYear: z.number().nullable(),
  ongoing: z.boolean(),
  originalLanguage: z.string(),
  website: z.string().nullable(),
  contact: z.object({ name: z.string(), office: z.string(), email: z.string() }).nullable(),
  texts: z.array(Text),
  cities: z.array(z.string()),
  topics: z.array(z.string()),
  targetGroups: z.array(z.string()),
});
export type PracticeContent = z.output<typeof PracticeContent>;

/** A published practice as fields of the form, to begin from. The agreement is given anew. */
export function fieldsOfContent(content: PracticeContent): DraftFields {
  const { country, cities, topics, targetGroups, originalLanguage: language, website, contact } = content;
  const text = content.texts.find((one) => one.language === language);
  const years = { start: content.startYear, end: content.endYear, ongoing: content.ongoing };
  return DraftFields.parse({
    ...{ country, cities, topics, targetGroups, language, website: website ?? '' },
    years: years.start === null && !years.ongoing ? '' : printYears(years),
    ...{ title: text?.title ?? '', summary: text?.summary ?? '' },
    ...Object.fromEntries(sectionNames.map((name) => [name, text?.[name] ?? ''])),
    ...(contact && {
      ...{ contactName: contact.name, contactOffice: contact.office, contactEmail: contact.email },
      contactPublic: 'yes',
    }),
  });
}
