import { type CollectionLink, CollectionLinks } from '#components/listing/collection-links';
import { FacetPanel } from '#components/listing/facet-panel';
import { Hero, type Introduction } from '#components/listing/hero';
import { Results } from '#components/listing/results';
import type { Listing } from '#domain/listing';
import { restrictionsOf } from '#domain/restriction';
import type { Locale } from '#i18n/locales';
import type { MapPlace } from '#lib/map-dots';

type Props = {
  locale: Locale;
  listing: Listing;
  introduction: Introduction;
  places: readonly MapPlace[];
  collections: readonly CollectionLink[];
};

/** The catalogue: introduction and search above, filters beside the examples. */
export function ListingView({ locale, listing, introduction, places, collections }: Props) {
  const short = restrictionsOf(listing.filter).length > 0 || listing.filter.page > 1;
  return (
    <>
      <Hero
        locale={locale}
        introduction={introduction}
        filter={listing.filter}
        places={places}
        short={short}
      />
      <div className="wrap">
        <div className="listing">
          <FacetPanel listing={listing} locale={locale} />
          <Results listing={listing} locale={locale} />
        </div>
        {!short && <CollectionLinks collections={collections} locale={locale} />}
      </div>
    </>
  );
}
