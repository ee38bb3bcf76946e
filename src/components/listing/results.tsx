import { FoundNames, FoundText } from '#components/listing/found-text';
import { NoResults } from '#components/listing/no-results';
import { ResultsHead } from '#components/listing/results-head';
import { ExampleCard } from '#components/practice/example-card';
import { Pager } from '#components/ui/pager';
import type { Listing } from '#domain/listing';
import type { PracticeCard } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';

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
            <ExampleCard key={card.id} card={card} locale={locale}>
              <Found card={card} listing={listing} locale={locale} />
            </ExampleCard>
          ))}
        </ol>
      )}
      <Pager
        {...{ locale, page: listing.filter.page, pageCount: listing.pageCount }}
        pathOf={(page) => listingPath(locale, { ...listing.filter, page })}
      />
    </section>
  );
}

/** Where the words stand, unless they are in sight. */
function Found({ card, listing, locale }: { card: PracticeCard; listing: Listing; locale: Locale }) {
  const match = listing.matches.get(card.id);
  return (
    match && (
      <>
        {match.snippet && <FoundText snippet={match.snippet} shown={card.language} locale={locale} />}
        <FoundNames names={match.names} locale={locale} />
      </>
    )
  );
}
