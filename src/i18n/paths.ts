import { type CatalogueFilter, type FacetName, serializeFilter } from '#domain/catalogue-filter';
import { defaultLocale, isLocale, type Locale } from '#i18n/locales';

/** Addresses of the site's pages, each beginning with the interface language. */
export function listingPath(locale: Locale, filter?: CatalogueFilter): string {
  const query = filter ? serializeFilter(filter) : '';
  return query ? `/${locale}?${query}` : `/${locale}`;
}

/** All values of a facet, to choose from; what else is chosen travels along. */
export function facetPath(locale: Locale, facet: FacetName, filter: CatalogueFilter): string {
  const query = serializeFilter({ ...filter, page: 1 });
  return `/${locale}/filters/${facet}${query && `?${query}`}`;
}

/** A practice, in the reader's language or the original's; with `language`, the text in that one. */
export function practicePath(locale: Locale, slug: string, language?: string): string {
  const path = `/${locale}/practices/${slug}`;
  return language && language !== locale ? `${path}/${language}` : path;
}

/** A text of a practice by its language, also where that is the reader's: what nobody approved stands nowhere else. */
export function textPath(locale: Locale, slug: string, language: string): string {
  return `${practicePath(locale, slug)}/${language}`;
}

/** The one address of an approved text: under its own language where the interface has that, else under English. */
export function canonicalTextPath(slug: string, language: string): string {
  return practicePath(isLocale(language) ? language : defaultLocale, slug, language);
}

/** An address written in a text, such as "/about" or "https://…", as a link of this language. */
export function localHref(locale: Locale, href: string): string {
  return href.startsWith('/') ? `/${locale}${href}` : href;
}

/** A curated set of examples. */
export function collectionPath(locale: Locale, slug: string): string {
  return `/${locale}/collections/${slug}`;
}

/** A page of `content/pages`, such as "about". */
export function contentPagePath(locale: Locale, page: string): string {
  return `/${locale}/${page}`;
}
