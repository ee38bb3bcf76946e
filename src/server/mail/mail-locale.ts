import 'server-only';
import { defaultLocale, isLocale, type Locale } from '#i18n/locales';

/** The language an account's mails are written in. */
export function mailLocale(locale: string): Locale {
  return isLocale(locale) ? locale : defaultLocale;
}
