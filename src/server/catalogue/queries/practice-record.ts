import 'server-only';
import { findEvidence } from '#domain/evidence-level';
import {
  languageFor,
  type PracticeRecord,
  type PracticeVersion,
  type Section,
  sectionNames,
} from '#domain/practice';
import { contentText, type PracticeContent } from '#domain/practice-content';
import { summaryOf } from '#domain/summary';
import { languageName, sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { placeIn, targetGroupIn, topicIn, type Vocabulary } from '#server/catalogue/queries/vocabulary';

/** What is known of a practice beside its content. */
type Published = {
  id: string;
  slug: string;
  publishedAt: Date | null;
  updatedAt: Date;
  version: PracticeVersion | null;
  content: PracticeContent;
  /** Other cities that repeat it, as editors have confirmed. */
  adoptions: number;
};

type Reader = { locale: Locale; language?: string | undefined; vocabulary: Vocabulary };

/**
 * A practice as its page shows it, live or as it was in a version. In `language` if asked for one, else in the reader's
 * language, else in the original's; null where it has no such text.
 */
export function toRecord(
  published: Published,
  { locale, language, vocabulary }: Reader,
): PracticeRecord | null {
  const { content, adoptions, ...about } = published;
  const { country, originalLanguage, provenance, sourcesReadOn, canonicalUrl, website, contact, files } =
    content;
  const languages = languagesOf(content, locale);
  const shown = language ?? languageFor({ originalLanguage, languages }, locale);
  const text = contentText(content, shown);
  if (!text) return null;
  const sections = sectionsOf(text);
  const cities = content.cities.flatMap((city) => placeIn(vocabulary, city, locale) ?? []);
  return {
    ...{
      ...about,
      country,
      originalLanguage,
      provenance,
      sourcesReadOn,
      canonicalUrl,
      website,
      contact,
      files,
    },
    ...{ languages, language: shown, title: text.title, approvedBy: text.approved_by, cities, sections },
    summary: summaryOf(text),
    years: { start: content.startYear, end: content.endYear, ongoing: content.ongoing },
    topics: content.topics.map((topic) => topicIn(vocabulary, topic, locale)),
    targetGroups: content.targetGroups.map((group) => targetGroupIn(vocabulary, group, locale)),
    evidence: findEvidence({
      sections,
      documents: files.filter(({ kind }) => kind === 'document').length,
      evaluator: content.evaluator,
      cities: namesOf(content.cities, vocabulary),
      adoptions,
    }),
  };
}

/** Every name its cities go by. */
export function namesOf(cities: readonly string[], vocabulary: Vocabulary): string[] {
  return cities.flatMap((city) => vocabulary.cities.get(city)?.allNames ?? []);
}

/** The original's first, then the others as the reader looks for them. */
function languagesOf({ originalLanguage, texts }: PracticeContent, locale: Locale): string[] {
  const others = texts.map(({ language }) => language).filter((language) => language !== originalLanguage);
  return [originalLanguage, ...sortByName(others, (code) => languageName(code, locale), locale)];
}

function sectionsOf(text: PracticeContent['texts'][number]): Section[] {
  return sectionNames.flatMap((name) => {
    const markdown = text[name];
    return markdown ? [{ name, markdown }] : [];
  });
}
