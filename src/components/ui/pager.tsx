import type { Listing } from '#domain/listing';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import { pageWindow } from '#lib/page-window';

/** Links to the other pages of a list. */
export function Pager({ listing, locale }: { listing: Listing; locale: Locale }) {
  const t = translatorOf(locale);
  const { filter, pageCount } = listing;
  if (pageCount < 2) return null;
  const pathOf = (page: number) => listingPath(locale, { ...filter, page });
  return (
    <nav className="pager" aria-label={t('listing.pages')}>
      <ul>
        {filter.page > 1 && (
          <li>
            <a href={pathOf(filter.page - 1)} rel="prev">
              {t('listing.previous')}
            </a>
          </li>
        )}
        {pageWindow(filter.page, pageCount).map((page) => (
          <li key={page}>
            <PageLink page={page} current={page === filter.page} href={pathOf(page)} locale={locale} />
          </li>
        ))}
        {filter.page < pageCount && (
          <li>
            <a href={pathOf(filter.page + 1)} rel="next">
              {t('listing.next')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

type LinkProps = { page: number; current: boolean; href: string; locale: Locale };

function PageLink({ page, current, href, locale }: LinkProps) {
  // A negative number stands for the pages left out between two others.
  if (page < 0) return <span aria-hidden="true">…</span>;
  const label = translatorOf(locale)('listing.page', { page });
  return (
    <a href={href} aria-label={label} aria-current={current ? 'page' : undefined}>
      {page}
    </a>
  );
}
