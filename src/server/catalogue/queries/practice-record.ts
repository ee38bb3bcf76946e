import 'server-only';
import { findEvidence } from '#domain/evidence-level';
import { languageFor, type PracticeRecord, type PracticeVersion } from '#domain/practice';
import type { PracticeContent } from '#domain/practice-content';
import { languageName, sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { shownText } from '#server/catalogue/queries/shown-text';
import { placeIn, targetGroupIn, topicIn, type Vocabulary } from '#server/catalogue/queries/vocabulary';
import type { MachineDraft } from '#server/practices/select/machine-draft';
import type { ChangedSince } from '#server/practices/select/original-change';

/** What is known of a practice beside its content. */
type Published = {
  id: string;
  slug: string;
  publishedAt: Date | null;
  updatedAt: Date;
  version: PracticeVersion | null;
  content: PracticeContent;
  changedSince: ChangedSince;
  machineDrafts: readonly MachineDraft[];
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
  const { content, changedSince, machineDrafts, adoptions, ...about } = published;
  const { country, originalLanguage, provenance, sourcesReadOn, canonicalUrl, website, contact, files } =
    content;
  const languages = languagesOf(content, locale);
  const shown = language ?? languageFor({ originalLanguage, languages }, locale);
  const texts = { content, number: about.version?.number ?? null, changedSince, machineDrafts };
  const text = shownText(texts, shown);
  if (!text) return null;
  // Nothing rests on what nobody has checked.
  const checked = text.translation?.machine ? shownText(texts, originalLanguage) : text;
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
    ...{ languages, language: shown, cities, ...text },
    machineLanguages: machineDrafts.map((draft) => draft.language),
    years: { start: content.startYear, end: content.endYear, ongoing: content.ongoing },
    topics: content.topics.map((topic) => topicIn(vocabulary, topic, locale)),
    targetGroups: content.targetGroups.map((group) => targetGroupIn(vocabulary, group, locale)),
    evidence: findEvidence({
      sections: checked?.sections ?? [],
      documents: files.filter(({ kind }) => kind === 'document').length,
      evaluator: content.evaluator,
      cities: namesOf(content.cities, vocabulary),
      adoptions,
    }),
  };
}

/** Every name its cities go by. */
export function namesOf(cities: readonly string[], vocabulary: Vocabulary): string[] {
  return cities.flatMap((city) => vocabulary.cities.get(city)?.allNames.map(({ name }) => name) ?? []);
}

/** The original's first, then the others as the reader looks for them. */
function languagesOf({ originalLanguage, texts }: PracticeContent, locale: Locale): string[] {
  const others = texts.map(({ language }) => language).filter((language) => language !== originalLanguage);
  return [originalLanguage, ...sortByName(others, (code) => languageName(code, locale), locale)];
}
