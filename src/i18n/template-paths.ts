import type { Locale } from '#i18n/locales';

/** Addresses of the form on paper, and of where it is brought in. */
export const templatePaths = {
  docx: (locale: Locale) => `/${locale}/submissions/template.docx`,
  markdown: (locale: Locale) => `/${locale}/submissions/template.md`,
  import: (locale: Locale) => `/${locale}/submissions/import`,
  read: (locale: Locale) => `/${locale}/submissions/import/read`,
  imported: (locale: Locale, id: string) => `/${locale}/submissions/${id}/imported`,
} as const;
