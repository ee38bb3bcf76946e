import 'server-only';
import { z } from 'zod';
import { isConfirmationOverdue } from '#domain/confirmation';
import {
  languageFor,
  type PracticeRecord,
  type RecordAdoption,
  type Section,
  sectionNames,
} from '#domain/practice';
import { summaryOf } from '#domain/summary';
import type { Locale } from '#i18n/locales';
import { recallRecord, rememberRecord } from '#server/catalogue/queries/remembered-records';
import { catalogueSnapshot } from '#server/catalogue/queries/snapshot';
import {
  cityIn,
  placeIn,
  targetGroupIn,
  topicIn,
  type Vocabulary,
} from '#server/catalogue/queries/vocabulary';
import { database } from '#server/platform/db';
import { isAway } from '#server/platform/outage';
import { RecordSource, recordBySlug } from '#server/practices/select';

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
  {
    locale,
    language,
    now,
    version,
  }: { locale: Locale; language?: string; now: Date; version?: string | null },
): Promise<FoundPractice> {
  const row = await readSource(slug).catch(async (error: unknown) => {
    const recalled = isAway() ? recallRecord(slug, await catalogueSnapshot(now)) : null;
    if (!recalled) throw error;
    return recalled;
  });
  if (!row) return { found: 'none' };
  if (!row.isCurrent) return { found: 'moved', slug: row.slug };
  const snapshot = await catalogueSnapshot(now, version);
  rememberRecord(slug, row, snapshot);
  const practice = toRecord(row, snapshot.vocabulary, { locale, language, now });
  return practice ? { found: 'current', practice } : { found: 'none' };
}

async function readSource(slug: string): Promise<RecordSource | undefined> {
  return z.array(RecordSource).parse(await database().$queryRaw(recordBySlug(slug)))[0];
}

function toRecord(
  source: RecordSource,
  vocabulary: Vocabulary,
  { locale, language, now }: { locale: Locale; language: string | undefined; now: Date },
): PracticeRecord | null {
  const languages = languagesOf(source);
  const shown = language ?? languageFor({ originalLanguage: source.originalLanguage, languages }, locale);
  const text = source.texts.find((candidate) => candidate.language === shown);
  if (!text) return null;
  const {
    id,
    slug,
    country,
    originalLanguage,
    provenance,
    sourcesReadOn,
    canonicalUrl,
    publishedAt,
    updatedAt,
  } = source;
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
    ...{ languages, language: shown, title: text.title, approvedBy: text.approved_by },
    summary: summaryOf(text),
    sections: sectionsOf(text),
    years: { start: source.startYear, end: source.endYear, ongoing: source.ongoing },
    cities: source.cities.flatMap((city) => placeIn(vocabulary, city, locale) ?? []),
    topics: source.topics.map((topic) => topicIn(vocabulary, topic, locale)),
    targetGroups: source.targetGroups.map((group) => targetGroupIn(vocabulary, group, locale)),
    ...confirmationOf(source, now),
    adoptions: source.adoptions.map((adoption) => adoptionOf(adoption, vocabulary, locale)),
  };
}

/**
 * What readers are told about a city's own text. It changes with time alone: the page's tag holds the day for texts like
 * this, so nobody keeps it for longer.
 */
function confirmationOf(
  { provenance, confirmedAt, publishedAt }: RecordSource,
  now: Date,
): Pick<PracticeRecord, 'confirmedAt' | 'unconfirmedSince'> {
  const since = confirmedAt ?? publishedAt;
  if (provenance !== 'city' || !since) return {};
  return isConfirmationOverdue(since, now) ? { unconfirmedSince: since } : { confirmedAt };
}

function adoptionOf(
  { city, other, ...adoption }: RecordSource['adoptions'][number],
  vocabulary: Vocabulary,
  locale: Locale,
): RecordAdoption {
  const language = other && (locale in other.titles ? locale : other.language);
  return {
    ...adoption,
    city: cityIn(vocabulary, city, locale),
    other: other && language ? { slug: other.slug, language, title: other.titles[language] ?? '' } : null,
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
