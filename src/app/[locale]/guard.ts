import 'server-only';
import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { Locale } from '#i18n/locales';
import { logSurprise } from '#server/platform/log';

/**
 * Reads what a page needs. A surprise, such as a database that is away, is logged once and leads to the error page with
 * its reference: Next itself would send an empty document to a browser without scripts.
 */
export async function guard<T>(locale: Locale, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    unstable_rethrow(error);
    const from = (await headers()).get('x-path') ?? '';
    const query = new URLSearchParams({ reference: logSurprise(error, from), from });
    redirect(`/${locale}/error?${query}`);
  }
}
