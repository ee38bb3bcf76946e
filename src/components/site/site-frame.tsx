import type { ReactNode } from 'react';
import type { HeaderPerson } from '#components/site/person-menu';
import { SiteFooter } from '#components/site/site-footer';
import { SiteHeader, type SitePage } from '#components/site/site-header';
import { historyPaths } from '#i18n/history-paths';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

export type FrameProps = {
  locale: Locale;
  current?: SitePage;
  /** Who is signed in, if anybody. */
  person?: HeaderPerson | null;
  pathIn: (locale: Locale) => string;
  children: ReactNode;
};

/** Header, main part and footer of every page. */
export function SiteFrame({ locale, current, person, pathIn, children }: FrameProps) {
  const t = translatorOf(locale);
  return (
    <div className="page">
      <link
        rel="alternate"
        type="application/atom+xml"
        href={historyPaths.feed(locale)}
        title={t('feed.title', { site: t('site.name') })}
      />
      <a className="skip-link" href="#content">
        {t('site.skip')}
      </a>
      <SiteHeader locale={locale} current={current} person={person} pathIn={pathIn} />
      <main>{children}</main>
      <SiteFooter locale={locale} />
    </div>
  );
}
