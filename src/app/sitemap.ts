import type { MetadataRoute } from 'next';
import { defaultLocale, isLocale, locales } from '#i18n/locales';
import { canonicalTextPath, collectionPath, contentPagePath, listingPath } from '#i18n/paths';
import { listPracticeAddresses } from '#server/catalogue/queries/listing';
import { listCollections, listContentPages } from '#server/pages/queries';
import { siteUrl } from '#server/platform/env';

export const dynamic = 'force-dynamic';

/** Every page that has an address of its own, with its other languages. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [practices, pages, collections] = await Promise.all([
    listPracticeAddresses(),
    listContentPages(),
    listCollections(),
  ]);
  const contentPages = pages.filter((page) => page !== 'introduction');
  return [
    ...entries(locales, (locale) => listingPath(isLocale(locale) ? locale : defaultLocale)),
    ...contentPages.flatMap((page) =>
      entries(locales, (locale) => contentPagePath(isLocale(locale) ? locale : defaultLocale, page)),
    ),
    ...collections.flatMap((slug) =>
      entries(locales, (locale) => collectionPath(isLocale(locale) ? locale : defaultLocale, slug)),
    ),
    ...practices.flatMap(({ slug, languages, updatedAt }) =>
      entries(languages, (language) => canonicalTextPath(slug, language), updatedAt),
    ),
  ];
}

function entries(languages: readonly string[], pathOf: (language: string) => string, lastModified?: Date) {
  const addresses = languages.map((language) => [language, `${siteUrl()}${pathOf(language)}`] as const);
  const alternates = { languages: Object.fromEntries(addresses) };
  return addresses.map(([, url]) => ({ url, lastModified, alternates }));
}
