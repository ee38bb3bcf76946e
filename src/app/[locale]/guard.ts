import 'server-only';
import { headers } from 'next/headers';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { Locale } from '#i18n/locales';
import { logSurprise } from '#server/platform/log';
import { isAway } from '#server/platform/outage';

/**
 * Reads what a page needs. A surprise is logged once and leads to the error page with its reference, a database that is
 * away to the page that says so: Next itself would send an empty document to a browser without scripts.
 */
export async function guard<T>(locale: Locale, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    unstable_rethrow(error);
    const from = (await headers()).get('x-path') ?? '';
    const why: Record<string, string> = isAway() ? { away: '1' } : { reference: logSurprise(error, from) };
    const query = new URLSearchParams({ ...why, from });
    redirect(`/${locale}/error?${query}`);
  }
}
