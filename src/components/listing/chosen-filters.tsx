import { withoutFilters } from '#domain/catalogue-filter';
import type { Listing } from '#domain/listing';
import { type Restriction, restrictionsOf, withoutRestriction } from '#domain/restriction';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { restrictionLabel } from '#i18n/restriction-label';
import { translatorOf } from '#i18n/translator';

type Props = { listing: Listing; locale: Locale };

/** Chosen filters as links that take them off. */
export function ChosenFilters({ listing, locale }: Props) {
  const t = translatorOf(locale);
  const chosen = restrictionsOf(listing.filter);
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('listing.chosen')}>
      {chosen.map((one) => (
        <li key={JSON.stringify(one)}>
          <Chip restriction={one} listing={listing} locale={locale} />
        </li>
      ))}
      <li>
        <a className="clear-all" href={listingPath(locale, withoutFilters(listing.filter))}>
          {t('listing.clear')}
        </a>
      </li>
    </ul>
  );
}

function Chip({ restriction, listing, locale }: Props & { restriction: Restriction }) {
  const label = restrictionLabel(restriction, listing, locale);
  const href = listingPath(locale, withoutRestriction(listing.filter, restriction));
  return (
    <a
      className="chip"
      href={href}
      rel="nofollow"
      aria-label={translatorOf(locale)('listing.remove', { filter: label })}
    >
      <span>{label}</span> <span aria-hidden="true">✕</span>
    </a>
  );
}
