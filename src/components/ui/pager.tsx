import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { pageWindow } from '#lib/page-window';

type Props = { locale: Locale; page: number; pageCount: number; pathOf: (page: number) => string };

/** Links to the other pages of a list. */
export function Pager({ locale, page: present, pageCount, pathOf }: Props) {
  const t = translatorOf(locale);
  if (pageCount < 2) return null;
  return (
    <nav className="pager" aria-label={t('listing.pages')}>
      <ul>
        {present > 1 && (
          <li>
            <a href={pathOf(present - 1)} rel="prev">
              {t('listing.previous')}
            </a>
          </li>
        )}
        {pageWindow(present, pageCount).map((page) => (
          <li key={page}>
            <PageLink page={page} current={page === present} href={pathOf(page)} locale={locale} />
          </li>
        ))}
        {present < pageCount && (
          <li>
            <a href={pathOf(present + 1)} rel="next">
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
