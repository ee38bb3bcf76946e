import { FilterFields } from '#components/listing/filter-fields';
import { SearchCombobox } from '#components/site/search-combobox';
import type { SuggestionWords } from '#components/site/suggestion-list';
import { type CatalogueFilter, emptyFilter, filterLimits } from '#domain/catalogue-filter';
import { type SuggestionKind, suggestionKinds, suggestionLimit } from '#domain/suggestion';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { type Translate, translatorOf } from '#i18n/translator';

const headings = {
  city: 'suggest.city',
  country: 'suggest.country',
  topic: 'suggest.topic',
  practice: 'suggest.practice',
} as const satisfies Record<SuggestionKind, string>;

/** The search field. What else was chosen travels along. */
export function SearchForm({ locale, filter = emptyFilter }: { locale: Locale; filter?: CatalogueFilter }) {
  const t = translatorOf(locale);
  return (
    <search>
      <form className="search-form" method="get" action={listingPath(locale)}>
        <SearchCombobox
          locale={locale}
          words={suggestionWords(t)}
          field={{
            ...{ className: 'text-field', type: 'search', name: 'q', defaultValue: filter.q },
            maxLength: filterLimits.queryLength,
            'aria-label': t('listing.search'),
            placeholder: t('listing.searchPlaceholder'),
          }}
        />
        <button type="submit" className="button">
          {t('listing.searchButton')}
        </button>
        <FilterFields filter={{ ...filter, q: '' }} />
      </form>
    </search>
  );
}

/** What the list of suggestions says. Spelt out here, so that no translator has to be sent to the browser. */
function suggestionWords(t: Translate): SuggestionWords {
  return {
    list: t('suggest.list'),
    groups: suggestionKinds.map((kind) => ({ kind, heading: t(headings[kind]) })),
    counts: Array.from({ length: suggestionLimit + 1 }, (_, count) => t('suggest.count', { count })),
  };
}
