import { FilterFields } from '#components/listing/filter-fields';
import { type CatalogueFilter, emptyFilter } from '#domain/catalogue-filter';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

/** The search field. What else was chosen travels along. */
export function SearchForm({ locale, filter = emptyFilter }: { locale: Locale; filter?: CatalogueFilter }) {
  const t = translatorOf(locale);
  return (
    <search>
      <form className="search-form" method="get" action={listingPath(locale)}>
        <input
          className="text-field"
          type="search"
          name="q"
          defaultValue={filter.q}
          maxLength={200}
          aria-label={t('listing.search')}
          placeholder={t('listing.searchPlaceholder')}
        />
        <button type="submit" className="button">
          {t('listing.searchButton')}
        </button>
        <FilterFields filter={{ ...filter, q: '' }} />
      </form>
    </search>
  );
}
