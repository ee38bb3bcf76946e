import { directionOf, type Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import { neverKept } from '#lib/cache-headers';
import { html } from '#lib/html';
import { plainPage } from '#lib/plain-page';

/** The 404 of a form: for what is not there, and for what this person may know nothing of. */
export function nothingThere(locale: Locale, request: Request): Response {
  const t = translatorOf(locale);
  const page = plainPage({
    language: locale,
    direction: directionOf(locale),
    nonce: request.headers.get('x-nonce'),
    title: `${t('missing.title')} – ${t('site.name')}`,
    body: html`<h1>${t('missing.title')}</h1>
<p>${t('missing.text')}</p>
<p><a href="${listingPath(locale)}">${t('missing.all')}</a></p>`,
  });
  const headers = { ...neverKept, 'Content-Type': 'text/html; charset=utf-8' };
  return new Response(page, { status: 404, headers });
}
