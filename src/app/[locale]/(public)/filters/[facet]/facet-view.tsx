import { allValues, finderOf, rowsOf } from '#components/listing/facet-group';
import { FacetValues } from '#components/listing/facet-values';
import { FilterFields } from '#components/listing/filter-fields';
import type { FacetName } from '#domain/catalogue-filter';
import type { Listing } from '#domain/listing';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

type Props = { locale: Locale; facet: FacetName; listing: Listing };

/** Chosen values first, then all others by name, as one form. */
export function FacetView({ locale, facet, listing: { filter, facets } }: Props) {
  const t = translatorOf(locale);
  const chosen = facets[facet].filter((option) => option.chosen);
  const byName = new Intl.Collator(locale);
  const others = facets[facet]
    .filter((option) => !option.chosen)
    .sort((a, b) => byName.compare(a.label, b.label));
  const options = [...chosen, ...others];
  const title = allValues(facet, options.length, locale);
  return (
    <div className="wrap plain-page" id="content" tabIndex={-1}>
      <h1>{title}</h1>
      <form className="whole-facet" method="get" action={listingPath(locale)} autoComplete="off">
        <FilterFields filter={{ ...filter, facets: { ...filter.facets, [facet]: [] } }} />
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
