import type { Role } from '#domain/actor';
import type { Locale } from '#i18n/locales';

type Query = {
  /** The path one is led back to. */
  to?: string | undefined;
  /** A parked form. */
  form?: string | undefined;
  /** Which code was asked for. */
  request?: string | undefined;
  /** What is to be corrected. */
  problem?: string | undefined;
  /** What has just been done. */
  done?: string | undefined;
};

/** A page's address with what it is to say. With a problem it ends in the summary, which then has the focus. */
function withQuery(path: string, { problem, form, ...rest }: Query = {}): string {
  const said = Object.entries({ ...rest, form, problem }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const query = said.length > 0 ? `?${new URLSearchParams(said)}` : '';
  return `${path}${query}${problem || form ? '#problems' : ''}`;
}

/** Addresses of what has to do with one's own account and with people. */
function workplace(roles: readonly Role[]): string {
  if (roles.includes('editor')) return 'review';
  if (roles.includes('administrator')) return 'people';
  return roles.includes('translator') && !roles.includes('officer') ? 'translations' : 'submissions';
}

export const accountPaths = {
  signIn: (locale: Locale, query?: Query) => withQuery(`/${locale}/sign-in`, query),
  code: (locale: Locale, query?: Query) => withQuery(`/${locale}/sign-in/code`, query),
  secondFactor: (locale: Locale, query?: Query) => withQuery(`/${locale}/sign-in/second-factor`, query),
  signOut: (locale: Locale) => `/${locale}/sign-out`,
  access: (locale: Locale, query?: Query) => withQuery(`/${locale}/access`, query),
  account: (locale: Locale, query?: Query) => withQuery(`/${locale}/account`, query),
  setUpSecondFactor: (locale: Locale, query?: Query) => withQuery(`/${locale}/account/second-factor`, query),
  recoveryCodes: (locale: Locale, { form, to }: Query) => {
    const shown = new URLSearchParams({ ...(form && { form }), ...(to && { to }) });
    return `/${locale}/account/recovery-codes${shown.size > 0 ? `?${shown}` : ''}`;
  },
  invitation: (locale: Locale, token: string, query?: Query) =>
    withQuery(`/${locale}/invitations/${token}`, query),
  people: (locale: Locale, query?: Query) => withQuery(`/${locale}/people`, query),
  /** What someone came for who did not say: where the work of their role is. */
  start: (locale: Locale, roles: readonly Role[] = []) => `/${locale}/${workplace(roles)}`,
} as const;
