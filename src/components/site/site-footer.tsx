import { accountPaths } from '#i18n/account-paths';
import { historyPaths } from '#i18n/history-paths';
import type { Locale } from '#i18n/locales';
import { contentPagePath, listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

/** What the site is, its pages, and whom its data comes from. */
export function SiteFooter({ locale }: { locale: Locale }) {
  const t = translatorOf(locale);
  return (
    <footer className="site-footer">
      <div className="wrap">
        <div>
          <h2>{t('site.fullName')}</h2>
          <p>{t('site.description')}</p>
          <p>{t('site.independent')}</p>
        </div>
        <div>
          <h2>{t('site.footerSite')}</h2>
          <ul>
            <li>
              <a href={listingPath(locale)}>{t('site.examples')}</a>
            </li>
            <li>
              <a href={contentPagePath(locale, 'about')}>{t('site.about')}</a>
            </li>
            <li>
              <a href={contentPagePath(locale, 'accessibility')}>{t('site.accessibility')}</a>
            </li>
            <li>
              <a href={historyPaths.feed(locale)}>{t('feed.link')}</a>
            </li>
          </ul>
        </div>
        <div>
          <h2>{t('account.footer')}</h2>
          <ul>
            <li>
              <a href={accountPaths.signIn(locale)}>{t('account.signIn')}</a>
            </li>
            <li>
              <a href={accountPaths.start(locale)}>{t('account.submit')}</a>
            </li>
          </ul>
        </div>
        <div>
          <h2>{t('site.footerSources')}</h2>
          <ul>
            <li>
              <a href="https://www.geonames.org/">{t('site.placesSource')}</a>
            </li>
            <li>
              <a href="https://www.naturalearthdata.com/">{t('site.outlinesSource')}</a>
            </li>
          </ul>
        </div>
      </div>
    </footer>
  );
}
