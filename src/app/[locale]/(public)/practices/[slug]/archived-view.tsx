import { formatDate } from '#i18n/format';
import { directionOf, type Locale } from '#i18n/locales';
import { listingPath, practicePath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import type { ArchivedPractice } from '#server/catalogue/queries/record';
import { PageFrame } from '../../../page-frame';

type Props = { practice: ArchivedPractice; locale: Locale };

/** What stands at the address of a practice that was taken out of the catalogue. The proxy answers it with 410. */
export function ArchivedView({ practice, locale }: Props) {
  const t = translatorOf(locale);
  const { slug, title, language, at, because } = practice;
  return (
    <PageFrame locale={locale} pathIn={(other) => practicePath(other, slug)}>
      <div className="wrap plain-page" id="content" tabIndex={-1}>
        <h1>{t('history.archived.title')}</h1>
        <div className="prose">
          <p>
            <strong lang={language} dir={directionOf(language)}>
              {title}
            </strong>
          </p>
          {at && <p>{t('history.archived.on', { date: formatDate(at, locale) })}</p>}
          {because && (
            <>
              <h2>{t('history.archived.why')}</h2>
              <p>{because}</p>
            </>
          )}
          <p>{t('history.archived.text')}</p>
          <p>
            <a href={listingPath(locale)}>{t('missing.all')}</a>
          </p>
        </div>
      </div>
    </PageFrame>
  );
}
