import { locale as rootLocale } from 'next/root-params';
import { defaultLocale, isLocale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

/**
 * For what vanishes while it is being rendered; everything else is known to be missing before (see proxy.ts). Short,
 * since Next sends it along with every page.
 */
export default async function NotFound() {
  const value = await rootLocale();
  const locale = typeof value === 'string' && isLocale(value) ? value : defaultLocale;
  const t = translatorOf(locale);
  return (
    <main className="wrap plain-page">
      <h1>{t('missing.title')}</h1>
      <p>
        <a href={listingPath(locale)}>{t('missing.all')}</a>
      </p>
    </main>
  );
}
