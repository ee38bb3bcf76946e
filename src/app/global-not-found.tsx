import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { MissingPage } from '#components/site/missing-page';
import { defaultLocale, directionOf, isLocale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { fontVariables } from './fonts';
import './globals.css';

/** No route was matched, so the language is read from the address that proxy.ts passes on. */
async function currentLocale() {
  const first = (await headers()).get('x-path')?.split(/[/?]/)[1] ?? '';
  return isLocale(first) ? first : defaultLocale;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = translatorOf(await currentLocale());
  return { title: `${t('missing.title')} – ${t('site.name')}` };
}

/** The 404 page of every address that leads nowhere, drawn on the server. */
export default async function GlobalNotFound() {
  const locale = await currentLocale();
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontVariables}>
      <body>
        <MissingPage locale={locale} />
      </body>
    </html>
  );
}
