import type { Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';

/** Addresses of what a practice was, and of how it is written anew. */
export const historyPaths = {
  versions: (locale: Locale, slug: string) => `${practicePath(locale, slug)}/history`,
  version: (locale: Locale, slug: string, number: number) =>
    `${practicePath(locale, slug)}/history/${number}`,
  changes: (locale: Locale, slug: string, from: number, to: number) =>
    `${practicePath(locale, slug)}/history/${from}/${to}`,
  revise: (locale: Locale, slug: string) =>
    `/${locale}/submissions/revise?practice=${encodeURIComponent(slug)}`,
  beginRevision: (locale: Locale) => `/${locale}/submissions/revise/begin`,
  /** Opens the page from which editors look after what is published. */
  lookAfter: (locale: Locale) => `/${locale}/review/open`,
  feed: (locale: Locale) => `/${locale}/feed.xml`,
} as const;
