import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { directionOf, isLocale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { siteUrl } from '#server/platform/env';
import '../globals.css';
import { fontVariables } from '../fonts';

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1c1e2b' },
  ],
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translatorOf(locale);
  const name = t('site.name');
  return {
    metadataBase: new URL(siteUrl()),
    title: { template: `%s – ${name}`, default: name },
    description: t('site.description'),
    openGraph: { siteName: name, locale, type: 'website' },
  };
}

/** Every page is rendered when asked for: its policy has a nonce of its own. */
export const dynamic = 'force-dynamic';

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
