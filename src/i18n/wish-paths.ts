import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';

/** Addresses of what has to do with the mails people want. */
export const wishPaths = {
  /** Where they are chosen. */
  choose: (locale: Locale) => `${accountPaths.account(locale)}#mails`,
  /** The same, once that is saved. */
  chosen: (locale: Locale) => `${accountPaths.account(locale, { done: 'mails' })}#mails`,
  save: (locale: Locale) => `${accountPaths.account(locale)}/mails/save`,
  /** The page that the link at the end of a mail leads to. */
  stop: (locale: Locale, token: string) => `/${locale}/unsubscribe/${token}`,
  /** Ends them by POST, for the page's button and for programs of mail; with GET it leads to the page. */
  stopNow: (locale: Locale, token: string) => `/${locale}/unsubscribe/${token}/now`,
} as const;

/**
 * Whether an address is one that a provider of mail calls when a person presses its own "Unsubscribe" (RFC 8058). That
 * request comes from no page of this site; the token in the address is what shows that it may.
 */
export function isOneClick(pathname: string): boolean {
  return /^\/[^/]+\/unsubscribe\/[^/]+\/now$/.test(pathname);
}
