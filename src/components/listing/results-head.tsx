import { ChosenFilters } from '#components/listing/chosen-filters';
import { SearchNotice } from '#components/listing/search-notice';
import { type SortName, sortsFor } from '#domain/catalogue-filter';
import type { Listing } from '#domain/listing';
import { restrictionsOf } from '#domain/restriction';
import { totalText } from '#i18n/listing-text';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

const sortMessages = {
  relevance: 'listing.sortRelevance',
  newest: 'listing.sortNewest',
  oldest: 'listing.sortOldest',
  title: 'listing.sortTitle',
  city: 'listing.sortCity',
} as const satisfies Record<SortName, string>;

/** The total as text, the order, the button of the filters, and what is chosen. */
export function ResultsHead({ listing, locale }: { listing: Listing; locale: Locale }) {
  const t = translatorOf(locale);
  const set = restrictionsOf(listing.filter).length;
  return (
    <>
      <div className="results-head">
        <h2 id="results-heading">{totalText(listing, locale)}</h2>
        <button type="button" className="button button-quiet filters-button" popoverTarget="filters">
          {set > 0 ? t('listing.filtersSet', { count: set }) : t('listing.filters')}
        </button>
        {listing.total > 1 && <SortLinks listing={listing} locale={locale} />}
      </div>
      <SearchNotice listing={listing} locale={locale} />
      <ChosenFilters listing={listing} locale={locale} />
    </>
  );
}

function SortLinks({ listing, locale }: { listing: Listing; locale: Locale }) {
  const t = translatorOf(locale);
  return (
    <nav className="sort" aria-labelledby="sort-label">
      <span id="sort-label">{t('listing.sort')}</span>
      <ul>
        {sortsFor(listing.filter.q).map((sort) => (
          <li key={sort}>
            <a
              href={listingPath(locale, { ...listing.filter, sort, page: 1 })}
              aria-current={sort === listing.filter.sort ? 'true' : undefined}
              rel="nofollow"
            >
              {t(sortMessages[sort])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
