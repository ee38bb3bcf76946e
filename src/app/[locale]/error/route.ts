import { type NextRequest, NextResponse } from 'next/server';
import { defaultLocale, directionOf, isLocale, type Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import { html } from '#lib/html';
import { plainPage } from '#lib/plain-page';
import { siteUrl } from '#server/platform/env';
import { isAway } from '#server/platform/outage';

/**
 * Says that something went wrong, with the reference under which it was logged, or that the database is `away`. Needs no
 * script and no database. Who asks for it again when the database is back is shown what they came for.
 */
export async function GET(request: NextRequest, context: RouteContext<'/[locale]/error'>) {
  const { locale: asked } = await context.params;
  const locale = isLocale(asked) ? asked : defaultLocale;
  const { searchParams } = request.nextUrl;
  const away = searchParams.has('away');
  const from = localPath(searchParams.get('from'), locale);
  if (away && !isAway()) return new NextResponse(null, { status: 307, headers: { Location: from } });
  const page = renderErrorPage({
    ...{ locale, away, from },
    nonce: request.headers.get('x-nonce') ?? '',
    reference: /^[\w-]{1,40}$/.exec(searchParams.get('reference') ?? '')?.[0],
  });
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  return new NextResponse(page, { status: away ? 503 : 500, headers });
}

/** Only an address of this site, in this language, and not this page: never a way out to another, nor round in circles. */
function localPath(from: string | null, locale: Locale): string {
  if (!from?.startsWith('/') || !URL.canParse(from, siteUrl())) return listingPath(locale);
  const { origin, pathname, search } = new URL(from, siteUrl());
  const isLocal =
    origin === new URL(siteUrl()).origin && new RegExp(`^/${locale}(?!/error)(?=/|$)`).test(pathname);
  return isLocal ? `${pathname}${search}` : listingPath(locale);
}

type Props = { locale: Locale; away: boolean; nonce: string; reference: string | undefined; from: string };

function renderErrorPage({ locale, away, nonce, reference, from }: Props): string {
  const t = translatorOf(locale);
  const heading = t(away ? 'error.awayTitle' : 'error.title');
  const body = html`<h1>${heading}</h1>
<p>${t(away ? 'error.awayText' : 'error.text')}</p>
${reference && html`<p>${t('error.reference', { id: reference })}</p>`}
<p><a href="${from}">${t('error.again')}</a></p>
<p><a href="${listingPath(locale)}">${t('missing.all')}</a></p>`;
  const title = `${heading} – ${t('site.name')}`;
  return plainPage({ language: locale, direction: directionOf(locale), nonce, title, body });
}
