import type { Locale } from '#i18n/locales';

type Query = { form?: string; done?: string };

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const said = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `${path}${said.length > 0 ? `?${new URLSearchParams(said)}` : ''}${query.form ? '#problems' : ''}`;
}

/** Addresses of what says that a city repeats an example. */
export const adoptionPaths = {
  /** The form, about one example. */
  begin: (locale: Locale, slug: string, query: Query = {}) =>
    withQuery(`/${locale}/adoptions/new`, { practice: slug, ...query }),
  state: (locale: Locale) => `/${locale}/adoptions/new/state`,
  /** What waits for an editor. */
  list: (locale: Locale, query: Query = {}) => withQuery(`/${locale}/adoptions`, query),
  confirm: (locale: Locale, id: string) => `/${locale}/adoptions/${id}/confirm`,
  refuse: (locale: Locale, id: string) => `/${locale}/adoptions/${id}/refuse`,
} as const;
