import type { Locale } from '#i18n/locales';

const below = (locale: Locale, practiceId: string, language: string) =>
  `/${locale}/translations/${practiceId}/${language}`;

/** What is done to one language of a practice, each at an address of its own below its page. */
export type TranslationPost =
  | 'begin'
  | 'machine'
  | 'take-over'
  | 'save'
  | 'settle'
  | 'take-back'
  | 'return'
  | 'approve'
  | 'withdraw'
  | 'discard';

/** Addresses of where texts are translated. */
export const translationPaths = {
  /** `query`: as the filter writes it. */
  list: (locale: Locale, query = '') => `/${locale}/translations${query && `?${query}`}`,
  /** The original and its translation side by side. */
  text: below,
  post: (locale: Locale, practiceId: string, language: string, what: TranslationPost) =>
    `${below(locale, practiceId, language)}/${what}`,
} as const;
