import { emptyFilter } from '#domain/catalogue-filter';
import type { Listing } from '#domain/listing';
import { type Restriction, withoutRestriction } from '#domain/restriction';
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
          <p>{t('listing.noneHint')}</p>
          <ul>
            {listing.waysOut.map(({ without, total }) => (
              <li key={JSON.stringify(without)}>
                <WayOut listing={listing} without={without} total={total} locale={locale} />
              </li>
            ))}
          </ul>
        </>
      )}
      {listing.filter.q && <p>{t('listing.noneWords')}</p>}
      <p>
        <a className="button" href={listingPath(locale, emptyFilter)}>
          {t('listing.showAll', { total: all })}
        </a>
      </p>
    </div>
  );
}

/** "Without Sport: 12 examples" */
function WayOut({ listing, without, total, locale }: Props & { without: Restriction; total: number }) {
  const t = translatorOf(locale);
  const filter = restrictionLabel(without, listing, locale);
  return (
    <a href={listingPath(locale, withoutRestriction(listing.filter, without))} rel="nofollow">
      {t('listing.without', { filter, total: t('listing.total', { count: total }) })}
    </a>
  );
}
