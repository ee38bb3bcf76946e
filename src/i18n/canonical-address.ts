import { parseFilter, serializeFilter } from '#domain/catalogue-filter';
import { isLocale } from '#i18n/locales';
import { findSection } from '#i18n/sections';

/** `address` is the one address of what was asked for; `asked` says whether it was asked for by that very address. */
export type CanonicalAddress = { address: string; asked: boolean };

/**
 * The one address of a page: the language in small letters, and of the query only what the page reads, in its order.
 * So crawlers and caches meet a finite number of addresses. A query that says the same in another spelling (`%20` for
 * `+`) counts as the same: whatever stands in front of the site and respells it cannot send a visitor round in circles.
 */
export function findCanonicalAddress(pathname: string, search: string): CanonicalAddress {
  const [, first = '', ...rest] = withoutSlashes(pathname).split('/');
  const locale = first.toLowerCase();
  const query = new URLSearchParams(search);
  const keepsAll = !isLocale(locale) || findSection(pathname) !== null;
  const kept = keepsAll ? query.toString() : readableQuery(rest, query);
  const path = ['', isLocale(locale) ? locale : first, ...rest].join('/');
  return {
    address: kept ? `${path}?${kept}` : path,
    asked: path === pathname && kept === query.toString(),
  };
}

/** Of what is public, the listing and the pages of its facets read a filter; nothing else has a query. */
function readableQuery([page]: string[], query: URLSearchParams): string {
  const readsFilter = page === undefined || page === '' || page === 'filters';
  return readsFilter ? serializeFilter(parseFilter(parametersOf(query))) : '';
}

/** One address a page: without a slash at the end. */
function withoutSlashes(pathname: string): string {
  return pathname.replace(/\/+$/, '') || '/';
}

/** Parameters as a filter is read from, each with all its values. */
export function parametersOf(query: URLSearchParams) {
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]));
}
