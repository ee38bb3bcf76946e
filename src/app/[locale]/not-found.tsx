import { locale as rootLocale } from 'next/root-params';
import { MissingPage } from '#components/site/missing-page';
import { defaultLocale, isLocale } from '#i18n/locales';
import { headerPerson } from './page-frame';

/** For what vanishes while it is being rendered; everything else is known to be missing before (see proxy.ts). */
export default async function NotFound() {
  const value = await rootLocale();
  const locale = typeof value === 'string' && isLocale(value) ? value : defaultLocale;
  return <MissingPage locale={locale} person={await headerPerson()} />;
}
