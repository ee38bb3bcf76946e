import type { VocabularyKind } from '#domain/vocabulary';
import type { Locale } from '#i18n/locales';

const segments: Record<VocabularyKind, string> = { topic: 'topics', city: 'cities', group: 'groups' };

type Query = {
  /** A parked form. */
  form?: string;
  /** What has just been done. */
  done?: string;
};

function withQuery(path: string, { form, done }: Query = {}): string {
  const query = new URLSearchParams({ ...(done && { done }), ...(form && { form }) });
  return `${path}${query.size > 0 ? `?${query}` : ''}${form ? '#problems' : ''}`;
}

/** The list that a part of an address names. */
export function findVocabulary(segment: string): VocabularyKind | null {
  switch (segment) {
    case segments.topic:
      return 'topic';
    case segments.city:
      return 'city';
    case segments.group:
      return 'group';
    default:
      return null;
  }
}

/** Addresses of what editors look after: topics, cities and target groups. */
export const vocabularyPaths = {
  all: (locale: Locale) => `/${locale}/vocabularies`,
  list: (locale: Locale, kind: VocabularyKind, query?: Query) =>
    withQuery(`/${locale}/vocabularies/${segments[kind]}`, query),
  add: (locale: Locale, kind: VocabularyKind, query?: Query) =>
    withQuery(`/${locale}/vocabularies/${segments[kind]}/new`, query),
  entry: (locale: Locale, kind: VocabularyKind, id: string, query?: Query) =>
    withQuery(`/${locale}/vocabularies/${segments[kind]}/${id}`, query),
  merge: (locale: Locale, kind: VocabularyKind, id: string, into?: string) =>
    `/${locale}/vocabularies/${segments[kind]}/${id}/merge${into ? `?${new URLSearchParams({ into })}` : ''}`,
} as const;

/** Addresses of the report on what needs care. */
export const carePaths = {
  report: (locale: Locale) => `/${locale}/care`,
  file: (locale: Locale, section: string) => `/${locale}/care/${section}.csv`,
} as const;
