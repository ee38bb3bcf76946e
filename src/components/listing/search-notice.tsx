import { withWords } from '#domain/catalogue-filter';
import type { Listing } from '#domain/listing';
import { insistOn } from '#domain/search-query';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

type Props = { listing: Listing; locale: Locale };

/** What became of the words where they were not simply searched for. */
export function SearchNotice({ listing, locale }: Props) {
  const t = translatorOf(locale);
  const { filter, wordless, partly, searchAway, total } = listing;
  if (searchAway) return <p className="search-notice">{t('listing.searchAway', { query: filter.q })}</p>;
  if (wordless) return <p className="search-notice">{t('listing.wordless', { query: filter.q })}</p>;
  return (
    <>
      <Corrected listing={listing} locale={locale} />
      {partly && total > 0 ? <p className="search-notice">{t('listing.partly')}</p> : null}
    </>
  );
}

function Corrected({ listing, locale }: Props) {
  const t = translatorOf(locale);
  const { filter, correction } = listing;
  const [first] = correction?.queries ?? [];
  if (!correction || first === undefined) return null;
  if (!correction.searched)
    return <Suggestions listing={listing} queries={correction.queries} locale={locale} />;
  const { asked } = correction;
  return (
    <p className="search-notice">
      {t('listing.corrected', { asked, query: first })}{' '}
      <a href={listingPath(locale, withWords(filter, insistOn(asked)))} rel="nofollow">
        {t('listing.insist', { asked })}
      </a>
    </p>
  );
}

function Suggestions({ listing, queries, locale }: Props & { queries: readonly string[] }) {
  const t = translatorOf(locale);
  return (
    <nav className="search-notice" aria-labelledby="did-you-mean">
      <span id="did-you-mean">{t('listing.didYouMean')}</span>
      <ul>
        {queries.map((query) => (
          <li key={query}>
            <a href={listingPath(locale, withWords(listing.filter, query))} rel="nofollow">
              {query}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
