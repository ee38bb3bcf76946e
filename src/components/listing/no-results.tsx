import { emptyFilter } from '#domain/catalogue-filter';
import type { Listing, WayOut } from '#domain/listing';
import { onlyRestriction, withoutRestriction } from '#domain/restriction';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { restrictionLabel } from '#i18n/restriction-label';
import { translatorOf } from '#i18n/translator';

type Props = { listing: Listing; locale: Locale };

/** Why there is nothing, which filter to take off and what that gives, and the whole catalogue. */
export function NoResults({ listing, locale }: Props) {
  const t = translatorOf(locale);
  if (listing.catalogueSize === 0) return <p className="no-results">{t('listing.empty')}</p>;
  const all = t('listing.total', { count: listing.catalogueSize });
  return (
    <div className="no-results">
      <h3>{t('listing.none')}</h3>
      {listing.waysOut.length > 0 && (
        <>
          <p>{t(listing.waysOut.some((way) => 'only' in way) ? 'listing.noneOnly' : 'listing.noneHint')}</p>
          <ul>
            {listing.waysOut.map((way) => (
              <li key={JSON.stringify(way)}>
                <WayOutLink listing={listing} way={way} locale={locale} />
              </li>
            ))}
          </ul>
        </>
      )}
      {listing.filter.q && !listing.waysOut.some(keepsWords) && <p>{t('listing.noneWords')}</p>}
      <p>
        <a className="button" href={listingPath(locale, emptyFilter)}>
          {t('listing.showAll', { total: all })}
        </a>
      </p>
    </div>
  );
}

/** Whether the words of the filter find something. */
function keepsWords(way: WayOut): boolean {
  return 'only' in way ? way.only.kind === 'words' : way.without.kind !== 'words';
}

/** "Without Sport: 12 examples", "Only Sport: 30 examples" */
function WayOutLink({ listing, way, locale }: Props & { way: WayOut }) {
  const t = translatorOf(locale);
  const restriction = 'only' in way ? way.only : way.without;
  const choose = 'only' in way ? onlyRestriction : withoutRestriction;
  const filter = restrictionLabel(restriction, listing, locale);
  const total = t('listing.total', { count: way.total });
  return (
    <a href={listingPath(locale, choose(listing.filter, restriction))} rel="nofollow">
      {t('only' in way ? 'listing.only' : 'listing.without', { filter, total })}
    </a>
  );
}
