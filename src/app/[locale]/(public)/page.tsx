import type { Metadata } from 'next';
import { JsonLd } from '#components/site/json-ld';
import { SiteFrame } from '#components/site/site-frame';
import { type CatalogueFilter, parseFilter } from '#domain/catalogue-filter';
import { restrictionsOf } from '#domain/restriction';
import { alternatesOf } from '#i18n/alternates';
import { listingTitle } from '#i18n/listing-text';
import { listingPath } from '#i18n/paths';
import { requireLocale } from '#i18n/require-locale';
import { siteJsonLd } from '#i18n/site-json-ld';
import { siteUrl } from '#server/platform/env';
import { ListingView } from './listing-view';
import { loadListing } from './load-listing';

type Props = PageProps<'/[locale]'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { listing, introduction } = await loadListing(locale, parseFilter(await searchParams));
  const title = listingTitle(listing, locale);
  return {
    title: title ?? { absolute: introduction.title },
    description: introduction.description,
    alternates: alternatesOf(locale, (other) => listingPath(other, listing.filter)),
    // Filtered lists are for people; a crawler finds the records through the whole list and the sitemap.
    robots: title && restrictionsOf(listing.filter).length > 0 ? { index: false, follow: true } : undefined,
  };
}

export default async function ListingPage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { listing, introduction, places, collections } = await loadListing(
    locale,
    parseFilter(await searchParams),
  );
  return (
    <SiteFrame locale={locale} current="examples" pathIn={(other) => listingPath(other, listing.filter)}>
      {isWhole(listing.filter) && <JsonLd data={siteJsonLd(locale, siteUrl())} />}
      <ListingView
        locale={locale}
        listing={listing}
        introduction={introduction}
        places={places}
        collections={collections}
      />
    </SiteFrame>
  );
}

/** The front page: what the site is as a whole is said there, and once. */
function isWhole(filter: CatalogueFilter): boolean {
  return restrictionsOf(filter).length === 0 && filter.page === 1;
}
