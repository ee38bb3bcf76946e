import type { Evidence } from '#domain/evidence-level';
import type { DescribedFile } from '#domain/submission-files';
import type { Years } from '#domain/years';

export const placeTypes = [
  'city',
  'municipality',
  'district',
  'borough',
  'canton',
  'region',
  'island',
  'union',
] as const;
export type PlaceType = (typeof placeTypes)[number];

/** Where a text comes from: the city, the programme's list (cut short), or the catalogue's own summary of public sources. */
export type Provenance = 'city' | 'programme_excerpt' | 'catalogue_summary';

/** The parts of a text, in the order they are read. */
export const sectionNames = [
  'purpose',
  'rationale',
  'process',
  'impact',
  'resources',
  'challenges',
  'transfer',
  'evidence',
  'references',
] as const;
export type SectionName = (typeof sectionNames)[number];
export type Section = { name: SectionName; markdown: string };

/** A name in the reader's language. */
export type Named = { id: string; name: string };
export type TopicName = Named & { thread: number };

/** A practice as one row of a list: the text in the reader's language, or else the original. */
export type PracticeCard = {
  id: string;
  slug: string;
  /** ISO 3166 code. */
  country: string;
  cities: readonly Named[];
  years: Years;
  topics: readonly TopicName[];
  /** Language of title and summary. */
  language: string;
  title: string;
  summary: string;
};

export type Place = Named & { type: PlaceType; latitude: number; longitude: number; network: string | null };

/** That another city repeats a practice; or, `isOwn`, that the practice repeats another. */
export type RecordAdoption = {
  isOwn: boolean;
  city: Named;
  /** Since when. */
  year: number;
  /** What was taken over and changed. */
  words: string;
  website: string | null;
  /** The city's own example, or the one it repeats, where the catalogue has it. */
  other: { slug: string; title: string; language: string } | null;
};

/** How a text that is not the original stands to it. */
export type TranslationStanding = {
  /** The machine that wrote it, where nobody has checked that; null for what was approved. */
  machine: string | null;
  /** Where the original says something else by now: since when, and which versions tell the difference, as far as both were kept. */
  changed: { at: Date | null; versions: readonly [from: number, to: number] | null } | null;
};

/** A practice as its own page. */
export type PracticeRecord = Omit<PracticeCard, 'cities'> & {
  cities: readonly Place[];
  targetGroups: readonly Named[];
  sections: readonly Section[];
  originalLanguage: string;
  /** Languages a reader can choose from, the original first. */
  languages: readonly string[];
  /** Who stands for this text; nobody for a machine's. */
  approvedBy: 'city' | 'catalogue' | null;
  /** Null for the original. */
  translation?: TranslationStanding | null;
  /** Languages that only a machine has translated it into, where readers may see that. */
  machineLanguages?: readonly string[];
  provenance: Provenance;
  /** "2026-11": when the public sources of a catalogue summary were read. */
  sourcesReadOn: string | null;
  canonicalUrl: string | null;
  /** The city's own page about it. */
  website: string | null;
  /** Who answers questions, where they agreed to be named. */
  contact: { name: string; office: string; email: string } | null;
  /** How far its results are known. */
  evidence: Evidence;
  /** Its pictures and documents, in their order. */
  files: readonly PublicFile[];
  publishedAt: Date | null;
  updatedAt: Date;
  /** The version that this is; null before the first publication. */
  version: PracticeVersion | null;
  /** When its city said last that it is still so. */
  confirmedAt?: Date | null;
  /** Since when its city was silent, though it was asked. */
  unconfirmedSince?: Date | null;
  /** What editors have confirmed of other cities. */
  adoptions?: readonly RecordAdoption[];
};

/** A picture or document as readers get it. */
export type PublicFile = Omit<DescribedFile, 'consent'> & {
  mediaType: string;
  bytes: number;
  /** Pixels of a picture in its largest variant. */
  width: number | null;
  height: number | null;
};

/** Which publication it was, counted from one, and when. */
export type PracticeVersion = { number: number; at: Date };

/** The language to show: the asked one if there is a text, else the reader's, else the original. */
export function languageFor(
  practice: { originalLanguage: string; languages: readonly string[] },
  locale: string,
): string {
  return practice.languages.includes(locale) ? locale : practice.originalLanguage;
}
