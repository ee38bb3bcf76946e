import type { ReactNode } from 'react';
import { SiteFooter } from '#components/site/site-footer';
import { SiteHeader, type SitePage } from '#components/site/site-header';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Props = {
  locale: Locale;
  current?: SitePage;
  pathIn: (locale: Locale) => string;
  children: ReactNode;
};

/** Header, main part and footer of every page. */
export function SiteFrame({ locale, current, pathIn, children }: Props) {
  return (
    <div className="page">
      <a className="skip-link" href="#content">
        {translatorOf(locale)('site.skip')}
      </a>
      <SiteHeader locale={locale} current={current} pathIn={pathIn} />
      <main>{children}</main>
      <SiteFooter locale={locale} />
    </div>
  );
}
