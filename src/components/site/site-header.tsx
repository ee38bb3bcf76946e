import { Logo } from '#components/site/logo';
import { type HeaderPerson, PersonMenu } from '#components/site/person-menu';
import { accountPaths } from '#i18n/account-paths';
import { languageName } from '#i18n/format';
import { directionOf, type Locale, locales } from '#i18n/locales';
import { contentPagePath, listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

export type SitePage = 'examples' | 'about' | 'submissions';

type Props = {
  locale: Locale;
  /** The entry of the navigation that this page belongs to. */
  current?: SitePage | undefined;
  person?: HeaderPerson | null | undefined;
  /** Address of this same page in another language of the interface. */
  pathIn: (locale: Locale) => string;
};

/** Name, navigation and language switch. On narrow screens the navigation is a popover, which needs no script. */
export function SiteHeader({ locale, current, person, pathIn }: Props) {
  const t = translatorOf(locale);
  const entries = [
    { page: 'examples', href: listingPath(locale), label: t('site.examples') },
    { page: 'about', href: contentPagePath(locale, 'about'), label: t('site.about') },
  ];
  return (
    <header className="site-header">
      <div className="wrap">
        <a className="brand" href={listingPath(locale)}>
          <Logo />
          <span>
            {t('site.name')}
            <small>{t('site.tagline')}</small>
          </span>
        </a>
        <button type="button" className="button button-quiet menu-button" popoverTarget="site-nav">
          {t('site.menu')}
        </button>
        <nav className="site-nav" id="site-nav" popover="auto" aria-label={t('site.mainNavigation')}>
          <button
            type="button"
            className="button button-quiet menu-close"
            popoverTarget="site-nav"
            popoverTargetAction="hide"
          >
            {t('site.closeMenu')}
          </button>
          <ul>
            {entries.map(({ page, href, label }) => (
              <li key={page}>
                <a href={href} aria-current={page === current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
            {locales
              .filter((other) => other !== locale)
              .map((other) => (
                <li key={other} className="language">
                  <LanguageLink locale={other} href={pathIn(other)} />
                </li>
              ))}
            <li className="submit">
              <a
                className="button"
                href={accountPaths.start(locale)}
                aria-current={current === 'submissions' ? 'page' : undefined}
              >
                {t('account.submit')}
              </a>
            </li>
            {person && (
              <li className="person">
                <PersonMenu locale={locale} person={person} />
              </li>
            )}
          </ul>
        </nav>
      </div>
    </header>
  );
}

/** A language, named in itself. */
function LanguageLink({ locale, href }: { locale: Locale; href: string }) {
  return (
    <a href={href} lang={locale} hrefLang={locale} dir={directionOf(locale)} rel="alternate">
      {languageName(locale, locale)}
    </a>
  );
}
