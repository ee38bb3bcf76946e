import type { Locale } from '#i18n/locales';

/** Addresses of what says for a city that an example is still as it says. */
export const confirmationPaths = {
  /** What the link in the mail opens. */
  page: (locale: Locale, token: string) => `/${locale}/confirmations/${token}`,
  confirm: (locale: Locale, token: string) => `/${locale}/confirmations/${token}/confirm`,
  /** The same for who is signed in; the form names the example by its slug, as `practice`. */
  confirmSignedIn: (locale: Locale) => `/${locale}/confirmations/confirm`,
} as const;
