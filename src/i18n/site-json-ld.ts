import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

/** The site and its search, as schema.org WebSite. */
export function siteJsonLd(locale: Locale, origin: string): Record<string, unknown> {
  const t = translatorOf(locale);
  const url = `${origin}${listingPath(locale)}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: t('site.name'),
    description: t('site.description'),
    inLanguage: locale,
    url,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${url}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}
