import { type NextRequest, NextResponse } from 'next/server';
import { defaultLocale, directionOf, isLocale, type Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import { escapeHtml } from '#lib/escape-html';

/** Says that something went wrong, with the reference under which it was logged. Needs no script and no database. */
export async function GET(request: NextRequest, context: RouteContext<'/[locale]/error'>) {
  const { locale: asked } = await context.params;
  const locale = isLocale(asked) ? asked : defaultLocale;
  const { searchParams } = request.nextUrl;
  const html = renderErrorPage({
    locale,
    nonce: request.headers.get('x-nonce') ?? '',
    reference: /^[\w-]{1,40}$/.exec(searchParams.get('reference') ?? '')?.[0],
    from: localPath(searchParams.get('from'), locale),
  });
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
  return new NextResponse(html, { status: 500, headers });
}

/** Only an address of this site, in this language: never a way out to another. */
function localPath(from: string | null, locale: Locale): string {
  const isLocal = from !== null && new RegExp(`^/${locale}(?=[/?]|$)`).test(from) && !from.includes('\\');
  return isLocal ? from : listingPath(locale);
}

type Props = { locale: Locale; nonce: string; reference: string | undefined; from: string };

function renderErrorPage({ locale, nonce, reference, from }: Props): string {
  const t = translatorOf(locale);
  const text = (message: string) => escapeHtml(message);
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text(t('error.title'))} – ${text(t('site.name'))}</title>
<style nonce="${escapeHtml(nonce)}">
:root{color-scheme:light dark}
body{margin:0 auto;max-width:42rem;padding:3rem 1.5rem;font:1.0625rem/1.55 system-ui,sans-serif;color:light-dark(#17192b,#f1efe8);background:light-dark(#faf8f3,#14151f)}
h1{font:600 2.125rem/1.1 Georgia,serif}
a{color:light-dark(#2a2c8c,#aab0ff)}
</style>
</head>
<body>
<main>
<h1>${text(t('error.title'))}</h1>
<p>${text(t('error.text'))}</p>
${reference ? `<p>${text(t('error.reference', { id: reference }))}</p>` : ''}
<p><a href="${escapeHtml(from)}">${text(t('error.again'))}</a></p>
<p><a href="${listingPath(locale)}">${text(t('missing.all'))}</a></p>
</main>
</body>
</html>
`;
}
