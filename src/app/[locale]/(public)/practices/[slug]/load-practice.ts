import 'server-only';
import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import type { PracticeRecord } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { canonicalTextPath, practicePath } from '#i18n/paths';
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
  if (loaded.found === 'current')
    return loaded.practice.translation?.machine
      ? machineMetadata(loaded.practice, locale)
      : presentMetadata(loaded.practice);
  return { title: translatorOf(locale)('history.archived.title'), robots: { index: false } };
}

/** What nobody has checked says so in its title, and is for whoever reads it here, not for search engines. */
function machineMetadata({ title, slug, originalLanguage }: PracticeRecord, locale: Locale): Metadata {
  return {
    title: translatorOf(locale)('practice.translationMachineTitle', { title }),
    alternates: { canonical: canonicalTextPath(slug, originalLanguage) },
    robots: { index: false },
  };
}

function presentMetadata(practice: PracticeRecord): Metadata {
  const { title, summary, slug, language, languages, originalLanguage } = practice;
  const alternateLocale = languages.filter((code) => code !== language);
  return {
    title,
    description: summary,
    alternates: {
      canonical: canonicalTextPath(slug, language),
      languages: {
        ...Object.fromEntries(languages.map((code) => [code, canonicalTextPath(slug, code)])),
        'x-default': canonicalTextPath(slug, originalLanguage),
      },
    },
    openGraph: { type: 'article', title, description: summary, locale: language, alternateLocale },
  };
}
