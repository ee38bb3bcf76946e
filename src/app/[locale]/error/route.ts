import { type NextRequest, NextResponse } from 'next/server';
import { defaultLocale, directionOf, isLocale, type Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import { html } from '#lib/html';
import { plainPage } from '#lib/plain-page';

/** Says that something went wrong, with the reference under which it was logged. Needs no script and no database. */
export async function GET(request: NextRequest, context: RouteContext<'/[locale]/error'>) {
  const { locale: asked } = await context.params;
  const locale = isLocale(asked) ? asked : defaultLocale;
  const { searchParams } = request.nextUrl;
  const page = renderErrorPage({
    locale,
    nonce: request.headers.get('x-nonce') ?? '',
    reference: /^[\w-]{1,40}$/.exec(searchParams.get('reference') ?? '')?.[0],
    from: localPath(searchParams.get('from'), locale),
  });
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
  return new NextResponse(page, { status: 500, headers });
}

/** Only an address of this site, in this language: never a way out to another. */
function localPath(from: string | null, locale: Locale): string {
  const isLocal = from !== null && new RegExp(`^/${locale}(?=[/?]|$)`).test(from) && !from.includes('\\');
  return isLocal ? from : listingPath(locale);
}

type Props = { locale: Locale; nonce: string; reference: string | undefined; from: string };

function renderErrorPage({ locale, nonce, reference, from }: Props): string {
  const t = translatorOf(locale);
  const body = html`<h1>${t('error.title')}</h1>
<p>${t('error.text')}</p>
${reference && html`<p>${t('error.reference', { id: reference })}</p>`}
<p><a href="${from}">${t('error.again')}</a></p>
<p><a href="${listingPath(locale)}">${t('missing.all')}</a></p>`;
  const title = `${t('error.title')} – ${t('site.name')}`;
  return plainPage({ language: locale, direction: directionOf(locale), nonce, title, body });
}
