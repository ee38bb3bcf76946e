import type { Locale } from '#i18n/locales';

function withReturn(path: string, to: string | undefined): string {
  return to === undefined ? path : `${path}?${new URLSearchParams({ to })}`;
}

/** Addresses of what has to do with one's own account. `to` is the path one is led back to. */
export const accountPaths = {
  signIn: (locale: Locale, to?: string) => withReturn(`/${locale}/sign-in`, to),
  code: (locale: Locale) => `/${locale}/sign-in/code`,
  signOut: (locale: Locale) => `/${locale}/sign-out`,
  secondFactor: (locale: Locale, to?: string) => withReturn(`/${locale}/sign-in/second-factor`, to),
  access: (locale: Locale) => `/${locale}/access`,
  account: (locale: Locale) => `/${locale}/account`,
  setUpSecondFactor: (locale: Locale, to?: string) => withReturn(`/${locale}/account/second-factor`, to),
  recoveryCodes: (locale: Locale) => `/${locale}/account/recovery-codes`,
  invitation: (locale: Locale, token: string) => `/${locale}/invitations/${token}`,
  people: (locale: Locale) => `/${locale}/people`,
  /** What someone came for who did not say. */
  start: (locale: Locale) => `/${locale}/submissions`,
} as const;
