import type { HeaderPerson } from '#components/site/person-menu';
import { SearchForm } from '#components/site/search-form';
import { SiteFrame } from '#components/site/site-frame';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

/** Nothing at this address: says so and offers the search. */
export function MissingPage({ locale, person }: { locale: Locale; person?: HeaderPerson | null }) {
  const t = translatorOf(locale);
  return (
    <SiteFrame locale={locale} person={person} pathIn={(other) => listingPath(other)}>
      <div className="wrap plain-page" id="content" tabIndex={-1}>
        <h1>{t('missing.title')}</h1>
        <p className="lede">{t('missing.text')}</p>
        <p>{t('missing.search')}</p>
        <SearchForm locale={locale} />
        <p>
          <a href={listingPath(locale)}>{t('missing.all')}</a>
        </p>
      </div>
    </SiteFrame>
  );
}
