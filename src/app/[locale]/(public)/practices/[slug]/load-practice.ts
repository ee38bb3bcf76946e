import 'server-only';
import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import type { PracticeRecord } from '#domain/practice';
import { defaultLocale, isLocale, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import { readRelated } from '#server/catalogue/queries/listing';
import { type FoundPractice, readPractice } from '#server/catalogue/queries/record';
import { askedVersion } from '../../../asked-version';
import { guard } from '../../../guard';

export type LoadedPractice = Extract<FoundPractice, { found: 'current' | 'archived' }>;

/** The practice of an address. An old slug redirects for good (308); anything else is not found. Read once a request. */
export const loadPractice = cache(
  async (locale: Locale, slug: string, language?: string): Promise<LoadedPractice> => {
    const result = await guard(locale, async () =>
      readPractice(slug, { locale, language, now: new Date(), version: await askedVersion() }),
    );
    if (result.found === 'none') notFound();
    if (result.found === 'moved') permanentRedirect(practicePath(locale, result.slug, language));
    return result;
  },
);

/** The three examples nearest to a practice. */
export function loadRelated(locale: Locale, id: string) {
  return guard(locale, async () =>
    readRelated(id, 3, { locale, now: new Date(), version: await askedVersion() }),
  );
}

/** What the head of a practice's page says; of an archived one, that it is. */
export function practiceMetadata(loaded: LoadedPractice, locale: Locale): Metadata {
  if (loaded.found === 'current') return presentMetadata(loaded.practice);
  return { title: translatorOf(locale)('history.archived.title'), robots: { index: false } };
}

/** A text has one canonical address: under its own language where the interface has that, else under English. */
function presentMetadata(practice: PracticeRecord): Metadata {
  const { title, summary, slug, language, languages, originalLanguage } = practice;
  const pathOf = (code: string) => practicePath(isLocale(code) ? code : defaultLocale, slug, code);
  return {
    title,
    description: summary,
    alternates: {
      canonical: pathOf(language),
      languages: {
        ...Object.fromEntries(languages.map((code) => [code, pathOf(code)])),
        'x-default': pathOf(originalLanguage),
      },
    },
    openGraph: { type: 'article', title, description: summary, locale: language },
  };
}
