import 'server-only';
import { defaultLocale, isLocale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { FormValues } from '#lib/form-values';
import { type FieldLabels, returnForm } from '#server/forms/returned-page';
import { logSurprise } from '#server/platform/log';

type Sent = { request: Request; values: FormValues; labels?: FieldLabels };

/**
 * Does what a form asks for. When that fails in a way nobody foresaw, such as a database that is away, the error is
 * logged and everything that was typed is given back, with a button that sends it again.
 */
export async function guardForm(
  { request, values, labels }: Sent,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (isNextsOwn(error)) throw error;
    const { pathname, search } = new URL(request.url);
    logSurprise(error, pathname);
    const first = pathname.split('/')[1] ?? '';
    const locale = isLocale(first) ? first : defaultLocale;
    return returnForm({
      locale,
      status: 503,
      sentence: translatorOf(locale)('returned.away'),
      action: `${pathname}${search}`,
      values,
      nonce: request.headers.get('x-nonce'),
      labels,
    });
  }
}

/** `redirect()` and `notFound()` travel as errors. */
function isNextsOwn(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_');
}
