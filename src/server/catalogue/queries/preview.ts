import 'server-only';
import { findEvidence } from '#domain/evidence-level';
import { type PracticeRecord, type PublicFile, sectionNames } from '#domain/practice';
import type { DraftFields } from '#domain/submission-fields';
import { parseYears } from '#domain/years';
import type { Locale } from '#i18n/locales';
import { isEmailAddress, isWebAddress } from '#lib/addresses';
import { namesOf } from '#server/catalogue/queries/practice-record';
import { catalogueSnapshot } from '#server/catalogue/queries/snapshot';
import { placeIn, targetGroupIn, topicIn } from '#server/catalogue/queries/vocabulary';

type Options = { id: string; updatedAt: Date; files: readonly PublicFile[]; locale: Locale; now: Date };

/** A draft as the practice it would become: what is missing or not understood is left out. */
export async function previewRecord(
  fields: DraftFields,
  { id, updatedAt, files, locale, now }: Options,
): Promise<PracticeRecord> {
  const { vocabulary } = await catalogueSnapshot(now);
  const years = parseYears(fields.years);
  const language = fields.language || locale;
  const sections = sectionNames.flatMap((name) =>
    fields[name].trim() ? [{ name, markdown: fields[name] }] : [],
  );
  return {
    ...{ id, slug: id, country: fields.country, originalLanguage: language, language, languages: [language] },
    ...{ title: fields.title.trim(), summary: fields.summary.trim(), updatedAt, publishedAt: null },
    ...{ provenance: 'city', approvedBy: 'city', sourcesReadOn: null, canonicalUrl: null },
    years: years.ok ? years.years : { start: null, end: null, ongoing: false },
    cities: fields.cities.flatMap((city) => placeIn(vocabulary, city, locale) ?? []),
    topics: fields.topics
      .filter((topic) => vocabulary.topics.has(topic))
      .map((topic) => topicIn(vocabulary, topic, locale)),
    targetGroups: fields.targetGroups
      .filter((group) => vocabulary.targetGroups.has(group))
      .map((group) => targetGroupIn(vocabulary, group, locale)),
    ...{ sections, files, version: null },
    website: isWebAddress(fields.website.trim()) ? fields.website.trim() : null,
    contact: contactOf(fields),
    evidence: findEvidence({
      sections,
      documents: files.filter(({ kind }) => kind === 'document').length,
      evaluator: fields.evaluator.trim(),
      cities: namesOf(fields.cities, vocabulary),
      // Nobody can have repeated it yet.
      adoptions: 0,
    }),
  };
}

/** Shown only where its author says so, and where it can be written to. */
function contactOf({
  contactPublic,
  contactName,
  contactOffice,
  contactEmail,
}: DraftFields): PracticeRecord['contact'] {
  const email = contactEmail.trim();
  if (contactPublic !== 'yes' || !isEmailAddress(email)) return null;
  return { name: contactName.trim(), office: contactOffice.trim(), email };
}
