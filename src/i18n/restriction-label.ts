import type { CatalogueFilter } from '#domain/catalogue-filter';
import type { Listing } from '#domain/listing';
import type { Restriction } from '#domain/restriction';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** A restriction in words: "Portugal", "2019 to 2021", "“rumours”". */
export function restrictionLabel(
  restriction: Restriction,
  { filter, facets }: Pick<Listing, 'filter' | 'facets'>,
  locale: Locale,
): string {
  if (restriction.kind === 'words') return translatorOf(locale)('listing.chipQuery', { query: filter.q });
  if (restriction.kind === 'years') return rangeLabel(filter, locale);
  const option = facets[restriction.facet].find(({ value }) => value === restriction.value);
  return option?.label ?? restriction.value;
}

function rangeLabel({ from, to }: CatalogueFilter, locale: Locale): string {
  const t = translatorOf(locale);
  if (from === null) return t('listing.chipTo', { to: String(to) });
  if (to === null) return t('listing.chipFrom', { from: String(from) });
  return from === to ? String(from) : t('listing.chipRange', { from: String(from), to: String(to) });
}
