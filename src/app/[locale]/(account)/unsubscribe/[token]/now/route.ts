import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { wishPaths } from '#i18n/wish-paths';
import { neverKept } from '#lib/cache-headers';
import { isFromThisSite } from '#lib/same-origin';
import { guardForm } from '#server/forms/guard-form';
import { seeOther } from '#server/forms/see-other';
import { endMails } from '#server/mail/commands/save-wishes';
import { readUnsubscription } from '#server/mail/unsubscribe-token';
import { siteUrl } from '#server/platform/env';
import { nothingThere } from '../../../../nothing-there';

type Context = RouteContext<'/[locale]/unsubscribe/[token]/now'>;

/** A program of mail that only opens the address shows the page with the button. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  return seeOther(wishPaths.stop(requireLocale(locale), encodeURIComponent(token)));
}

/**
 * Ends the mails: for the page's button, and for a provider of mail whose own button was pressed. A provider comes from no
 * page of this site, and follows no redirect (RFC 8058): the token is what shows that it may. What it sends is not read.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale: asked, token } = await params;
  const locale = requireLocale(asked);
  return guardForm({ request, values: new Map() }, async () => {
    const found = await readUnsubscription(token);
    if (!found || !(await endMails({ ...found, now: new Date() }))) return nothingThere(locale, request);
    if (isFromThisSite(request.headers, siteUrl()))
      return seeOther(`${wishPaths.stop(locale, token)}?${new URLSearchParams({ done: '1' })}`);
    const headers = { ...neverKept, 'Content-Type': 'text/plain; charset=utf-8' };
    return new Response(`${translatorOf(locale)('wishes.unsubscribe.done')}\n`, { headers });
  });
}
