import { type NextRequest, NextResponse } from 'next/server';
import { defaultLocale, directionOf, isLocale, type Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import { escapeHtml } from '#lib/escape-html';
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
  const html = renderErrorPage({
    ...{ locale, away, from },
    nonce: request.headers.get('x-nonce') ?? '',
    reference: /^[\w-]{1,40}$/.exec(searchParams.get('reference') ?? '')?.[0],
  });
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  return new NextResponse(html, { status: away ? 503 : 500, headers });
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
  const text = (message: string) => escapeHtml(message);
  const title = text(t(away ? 'error.awayTitle' : 'error.title'));
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${text(t('site.name'))}</title>
<style nonce="${escapeHtml(nonce)}">
:root{color-scheme:light dark}
body{margin:0 auto;max-width:42rem;padding:3rem 1.5rem;font:1.0625rem/1.55 system-ui,sans-serif;color:light-dark(#17192b,#f1efe8);background:light-dark(#faf8f3,#14151f)}
h1{font:600 2.125rem/1.1 Georgia,serif}
a{color:light-dark(#2a2c8c,#aab0ff)}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text(t(away ? 'error.awayText' : 'error.text'))}</p>
${reference ? `<p>${text(t('error.reference', { id: reference }))}</p>` : ''}
<p><a href="${escapeHtml(from)}">${text(t('error.again'))}</a></p>
<p><a href="${listingPath(locale)}">${text(t('missing.all'))}</a></p>
</main>
</body>
</html>
`;
}
