import type { StepName } from '#domain/submission-fields';
import type { Locale } from '#i18n/locales';

/** Addresses of what an author does with examples. */
export const submissionPaths = {
  mine: (locale: Locale) => `/${locale}/submissions`,
  begin: (locale: Locale) => `/${locale}/submissions/new`,
  step: (locale: Locale, id: string, step: StepName) => `/${locale}/submissions/${id}/${step}`,
  save: (locale: Locale, id: string, step: StepName) => `/${locale}/submissions/${id}/${step}/save`,
  settle: (locale: Locale, id: string) => `/${locale}/submissions/${id}/settle`,
  preview: (locale: Locale, id: string) => `/${locale}/submissions/${id}/preview`,
} as const;
