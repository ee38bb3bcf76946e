import { allValues, finderOf, rowsOf } from '#components/listing/facet-group';
import { FacetValues } from '#components/listing/facet-values';
import { FilterFields } from '#components/listing/filter-fields';
import type { FacetName } from '#domain/catalogue-filter';
import type { FacetOption, Listing } from '#domain/listing';
import { restrictionsOf } from '#domain/restriction';
import { collatorOf, formatList } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { restrictionLabel } from '#i18n/restriction-label';
import { translatorOf } from '#i18n/translator';

type Props = { locale: Locale; facet: FacetName; listing: Listing };

/** All values of a facet as one form. */
export function FacetView({ locale, facet, listing }: Props) {
  const { filter, facets } = listing;
  const t = translatorOf(locale);
  const options = orderByName(facets[facet], locale);
  const chosen = options.filter((option) => option.chosen);
  const others = { ...filter, facets: { ...filter.facets, [facet]: [] }, page: 1 };
  const restrictions = restrictionsOf(others).map((one) => restrictionLabel(one, listing, locale));
  return (
    <div className="wrap plain-page" id="content" tabIndex={-1}>
      <h1>{allValues(facet, options.length, locale)}</h1>
      {restrictions.length > 0 && <p>{t('facet.counted', { filters: formatList(restrictions, locale) })}</p>}
      <form
        className="whole-facet"
        method="get"
        action={listingPath(locale)}
        autoComplete="off"
        aria-label={t('listing.filters')}
      >
        <FilterFields filter={others} />
        <fieldset className="facet">
          <legend className="sr-only">{t(`facet.${facet}`)}</legend>
          <FacetValues
            name={facet}
            rows={rowsOf(facet, options, locale)}
            chosen={chosen.length}
            inSight={options.length}
            summary=""
            finder={finderOf(options.length, locale)}
            whole={null}
          />
        </fieldset>
        <div className="filters-apply">
          <button type="submit" className="button">
            {t('facet.show')}
          </button>
          <a className="clear-all" href={listingPath(locale, filter)}>
            {t('facet.back')}
          </a>
        </div>
      </form>
    </div>
  );
}

/** Chosen ones first, then by name; last those that would give nothing. */
function orderByName(options: readonly FacetOption[], locale: Locale): FacetOption[] {
  const byName = collatorOf(locale);
  const rank = ({ chosen, count }: FacetOption) => (chosen ? 0 : count > 0 ? 1 : 2);
  return [...options].sort((a, b) => rank(a) - rank(b) || byName.compare(a.label, b.label));
}
