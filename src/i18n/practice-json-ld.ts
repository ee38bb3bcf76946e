import { countryName } from '#domain/countries';
import type { PracticeRecord } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';

/** A practice as schema.org Article: what it says, about which places and years. */
export function practiceJsonLd(
  practice: PracticeRecord,
  locale: Locale,
  origin: string,
): Record<string, unknown> {
  const { start, end, ongoing } = practice.years;
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: practice.title,
    description: practice.summary,
    inLanguage: practice.language,
    url: `${origin}${practicePath(locale, practice.slug, practice.language)}`,
    identifier: practice.id,
    datePublished: practice.publishedAt?.toISOString(),
    dateModified: practice.updatedAt.toISOString(),
    keywords: practice.topics.map(({ name }) => name),
    temporalCoverage: start === null ? undefined : `${start}/${ongoing ? '..' : (end ?? start)}`,
    isBasedOn: practice.canonicalUrl ?? undefined,
    spatialCoverage: placesOf(practice, locale),
  };
}

function placesOf({ cities, country }: PracticeRecord, locale: Locale) {
  const containedInPlace = { '@type': 'Country', name: countryName(country, locale), identifier: country };
  if (cities.length === 0) return [containedInPlace];
  return cities.map(({ name, type, latitude, longitude }) => ({
    '@type': type === 'city' || type === 'municipality' ? 'City' : 'AdministrativeArea',
    name,
    geo: { '@type': 'GeoCoordinates', latitude, longitude },
    containedInPlace,
  }));
}
