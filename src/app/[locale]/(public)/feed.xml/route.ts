import { atomFeed } from '#i18n/atom-feed';
import { requireLocale } from '#i18n/require-locale';
import { neverKept } from '#lib/cache-headers';
import { readNews } from '#server/catalogue/queries/news';
import { siteUrl } from '#server/platform/env';
import { logSurprise } from '#server/platform/log';

/** What happened lately in the catalogue. How long it may be kept, the proxy says. */
export async function GET(request: Request, { params }: RouteContext<'/[locale]/feed.xml'>) {
  const locale = requireLocale((await params).locale);
  try {
    const news = await readNews(locale);
    const body = atomFeed({ locale, origin: siteUrl(), news, now: new Date() });
    return new Response(body, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
  } catch (error) {
    logSurprise(error, new URL(request.url).pathname);
    return new Response(null, { status: 503, headers: { ...neverKept, 'Retry-After': '30' } });
  }
}
