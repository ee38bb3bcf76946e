import { AutoApply } from '#components/listing/auto-apply';
import { FacetGroup } from '#components/listing/facet-group';
import { FilterFields } from '#components/listing/filter-fields';
import { YearFacet } from '#components/listing/year-facet';
import { emptyFilter, parameterNames, serializeFilter, withoutFilters } from '#domain/catalogue-filter';
import type { Listing } from '#domain/listing';
import { restrictionsOf } from '#domain/restriction';
import { totalText } from '#i18n/listing-text';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

/** All filters as one form. A column on wide screens; on narrow ones a popover panel, which needs no script. */
export function FacetPanel({ listing, locale }: { listing: Listing; locale: Locale }) {
  const t = translatorOf(locale);
  const { filter, facets } = listing;
  const kept = { ...emptyFilter, q: filter.q, sort: filter.sort };
  return (
    <form
      className="filters"
      id="filters"
      popover="auto"
      method="get"
      action={listingPath(locale)}
      // On the way back a browser would put in what was ticked last, which is not what the list shows.
      autoComplete="off"
      aria-label={t('listing.filters')}
    >
      <div className="filters-head">
        <h2>{t('listing.filters')}</h2>
        <button
          type="button"
          className="button button-quiet"
          popoverTarget="filters"
          popoverTargetAction="hide"
        >
          {t('listing.closeFilters')}
        </button>
      </div>
      <FilterFields filter={kept} />
      <FacetGroup name="country" options={facets.country} filter={filter} locale={locale} />
      <YearFacet filter={filter} years={listing.years} locale={locale} />
      <FacetGroup name="city" options={facets.city} filter={filter} locale={locale} />
      <FacetGroup name="language" options={facets.language} filter={filter} locale={locale} />
      <FacetGroup name="topic" options={facets.topic} filter={filter} locale={locale} />
      <MoreFacets listing={listing} locale={locale} />
      <AutoApply
        applied={serializeFilter(filter)}
        order={parameterNames.join(' ')}
        total={totalText(listing, locale)}
      />
      <div className="filters-apply">
        <button type="submit" className="button">
          {t('listing.apply')}
        </button>
        {restrictionsOf(filter).length > 0 && (
          <a className="clear-all" href={listingPath(locale, withoutFilters(filter))}>
            {t('listing.clear')}
          </a>
        )}
      </div>
    </form>
  );
}

const moreFacets = ['group', 'place', 'network'] as const;

/** Facets that few visitors need, behind a disclosure; open while one of their values is chosen. */
function MoreFacets({ listing: { facets, filter }, locale }: { listing: Listing; locale: Locale }) {
  const options = moreFacets.flatMap((name) => facets[name]);
  if (options.length === 0) return null;
  return (
    <details className="facet facet-rest" open={options.some(({ chosen }) => chosen)}>
      <summary>{translatorOf(locale)('facet.more')}</summary>
      {moreFacets.map((name) => (
        <FacetGroup key={name} name={name} options={facets[name]} filter={filter} locale={locale} />
      ))}
    </details>
  );
}
