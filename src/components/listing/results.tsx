import { NoResults } from '#components/listing/no-results';
import { Pager } from '#components/listing/pager';
import { ResultsHead } from '#components/listing/results-head';
import { ExampleCard } from '#components/practice/example-card';
import type { Listing } from '#domain/listing';
import type { Locale } from '#i18n/locales';

/** What was found: total, order, chosen filters, the examples, further pages. */
export function Results({ listing, locale }: { listing: Listing; locale: Locale }) {
  return (
    <section id="content" tabIndex={-1} aria-labelledby="results-heading">
      <ResultsHead listing={listing} locale={locale} />
      {listing.cards.length === 0 ? (
        <NoResults listing={listing} locale={locale} />
      ) : (
        <ol className="examples">
          {listing.cards.map((card) => (
            <ExampleCard key={card.id} card={card} locale={locale} />
          ))}
        </ol>
      )}
      <Pager listing={listing} locale={locale} />
    </section>
  );
}
