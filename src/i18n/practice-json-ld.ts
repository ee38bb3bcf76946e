import { countryName } from '#domain/countries';
import type { PracticeRecord } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { canonicalTextPath } from '#i18n/paths';

/** A practice as schema.org Article: what it says, about which places and years, and in which other languages. */
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
    url: `${origin}${canonicalTextPath(practice.slug, practice.language)}`,
    identifier: practice.id,
    datePublished: practice.publishedAt?.toISOString(),
    dateModified: practice.updatedAt.toISOString(),
    keywords: practice.topics.map(({ name }) => name),
    temporalCoverage: start === null ? undefined : `${start}/${ongoing ? '..' : (end ?? start)}`,
    isBasedOn: practice.canonicalUrl ?? undefined,
    spatialCoverage: placesOf(practice, locale),
    ...translationsOf(practice, origin),
  };
}

/** From the original to all its translations, and from each of them back. */
function translationsOf({ slug, language, languages, originalLanguage }: PracticeRecord, origin: string) {
  const workIn = (inLanguage: string) => ({
    ...{ '@type': 'Article', inLanguage, url: `${origin}${canonicalTextPath(slug, inLanguage)}` },
  });
  if (language !== originalLanguage) return { translationOfWork: workIn(originalLanguage) };
  const others = languages.filter((code) => code !== originalLanguage);
  return others.length > 0 ? { workTranslation: others.map(workIn) } : {};
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
