import type { Listing } from '#domain/listing';
import { restrictionsOf } from '#domain/restriction';
import { formatList } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { restrictionLabel } from '#i18n/restriction-label';
import { translatorOf } from '#i18n/translator';

/** "5 examples", or "68 examples, page 2 of 4". */
export function totalText(listing: Pick<Listing, 'total' | 'pageCount' | 'filter'>, locale: Locale): string {
  const t = translatorOf(locale);
  const total = t('listing.total', { count: listing.total });
  const { page } = listing.filter;
  return page > 1 ? t('listing.totalPage', { total, page, pages: listing.pageCount }) : total;
}

/** What the page shows, for its title: "Portugal, 2019 to 2021: 1 example". Null when nothing is chosen. */
export function listingTitle(listing: Listing, locale: Locale): string | null {
  const chosen = restrictionsOf(listing.filter).map((one) => restrictionLabel(one, listing, locale));
  if (chosen.length === 0) return listing.filter.page > 1 ? totalText(listing, locale) : null;
  return `${formatList(chosen, locale, 'unit')} – ${totalText(listing, locale)}`;
}
