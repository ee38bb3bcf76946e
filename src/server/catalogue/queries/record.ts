import 'server-only';
import { languageFor, type PracticeRecord, type Section, sectionNames } from '#domain/practice';
import { summaryOf } from '#domain/summary';
import type { Locale } from '#i18n/locales';
import { recallRecord, rememberRecord } from '#server/catalogue/queries/remembered-records';
import { catalogueSnapshot } from '#server/catalogue/queries/snapshot';
import { placeIn, targetGroupIn, topicIn, type Vocabulary } from '#server/catalogue/queries/vocabulary';
import { database } from '#server/platform/db';
import { isAway } from '#server/platform/outage';
import { type RecordSource, recordSelect } from '#server/practices/select';

export type FoundPractice =
  | { found: 'current'; practice: PracticeRecord }
  /** The slug is an old one: the practice lives at another now. */
  | { found: 'moved'; slug: string }
  | { found: 'none' };

/**
 * A published practice by any slug it ever had, its text in `language` if asked for one, else in the reader's
 * language, else in the original's. A language it has no text in is not found. While the database is away, as it was
 * last read.
 */
export async function readPractice(
  slug: string,
  { locale, language, now }: { locale: Locale; language?: string; now: Date },
): Promise<FoundPractice> {
  const row = await readSource(slug).catch(async (error: unknown) => {
    const source = isAway() ? recallRecord(slug, await catalogueSnapshot(now)) : null;
    if (!source) throw error;
    return { current: true, practice: { ...source, status: 'published' } };
  });
  if (row?.practice.status !== 'published') return { found: 'none' };
  const currentSlug = row.practice.slugs[0]?.slug;
  if (!currentSlug) return { found: 'none' };
  if (!row.current) return { found: 'moved', slug: currentSlug };
  const snapshot = await catalogueSnapshot(now);
  rememberRecord(slug, row.practice, snapshot);
  const practice = toRecord(row.practice, currentSlug, snapshot.vocabulary, { locale, language });
  return practice ? { found: 'current', practice } : { found: 'none' };
}

function readSource(slug: string) {
  return database().practiceSlug.findUnique({
    where: { slug },
    select: { current: true, practice: { select: { ...recordSelect, status: true } } },
  });
}

function toRecord(
  source: RecordSource,
  slug: string,
  vocabulary: Vocabulary,
  { locale, language }: { locale: Locale; language: string | undefined },
): PracticeRecord | null {
  const languages = languagesOf(source);
  const shown = language ?? languageFor({ originalLanguage: source.originalLanguage, languages }, locale);
  const text = source.texts.find((candidate) => candidate.language === shown);
  if (!text) return null;
  const { id, country, originalLanguage, provenance, sourcesReadOn, canonicalUrl, publishedAt, updatedAt } =
    source;
  return {
    ...{
      id,
      slug,
      country,
      originalLanguage,
      provenance,
      sourcesReadOn,
      canonicalUrl,
      publishedAt,
      updatedAt,
    },
    ...{ languages, language: shown, title: text.title, approvedBy: text.approvedBy },
    summary: summaryOf(text),
    sections: sectionsOf(text),
    years: { start: source.startYear, end: source.endYear, ongoing: source.ongoing },
    cities: source.cities.flatMap(({ cityId }) => placeIn(vocabulary, cityId, locale) ?? []),
    topics: source.topics.map(({ topicId }) => topicIn(vocabulary, topicId, locale)),
    targetGroups: source.targetGroups.map(({ targetGroupId }) =>
      targetGroupIn(vocabulary, targetGroupId, locale),
    ),
  };
}

function languagesOf({ originalLanguage, texts }: RecordSource): string[] {
  const others = texts.map(({ language }) => language).filter((language) => language !== originalLanguage);
  return [originalLanguage, ...others.sort()];
}

function sectionsOf(text: RecordSource['texts'][number]): Section[] {
  return sectionNames.flatMap((name) => {
    const markdown = text[name];
    return markdown ? [{ name, markdown }] : [];
  });
}
