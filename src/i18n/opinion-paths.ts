import type { Locale } from '#i18n/locales';

/** Addresses of what is asked outside: by an editor, and of somebody with a link. */
export const opinionPaths = {
  /** Who was asked about an example, and the form that asks someone else. */
  asked: (locale: Locale, id: string, query?: { form?: string; done?: 'asked' | 'ended' | 'late' }) => {
    const said = new URLSearchParams(query);
    return `/${locale}/review/${id}/opinions${said.size > 0 ? `?${said}` : ''}${query?.form ? '#problems' : ''}`;
  },
  ask: (locale: Locale, id: string) => `/${locale}/review/${id}/opinions/ask`,
  end: (locale: Locale, id: string, opinion: string) => `/${locale}/review/${id}/opinions/${opinion}/end`,
  /** What the link in the mail opens. */
  page: (locale: Locale, token: string) => `/${locale}/opinions/${token}`,
  give: (locale: Locale, token: string) => `/${locale}/opinions/${token}/give`,
  file: (locale: Locale, token: string, fileId: string, variant: string) =>
    `/${locale}/opinions/${token}/files/${fileId}/${variant}`,
} as const;
