import type { Locale } from '#i18n/locales';

const review = (locale: Locale, id: string, name: string) => `/${locale}/review/${id}/${name}`;

/** Addresses of what is said about an example before it is published. All but `changes` take POST. */
export const talkPaths = {
  /** For those who write in it: whatever they do with what an editor wrote. */
  own: (locale: Locale, id: string) => `/${locale}/submissions/${id}/answer`,
  add: (locale: Locale, id: string) => review(locale, id, 'comments/add'),
  answer: (locale: Locale, id: string) => review(locale, id, 'comments/answer'),
  settle: (locale: Locale, id: string) => review(locale, id, 'comments/settle'),
  takeBack: (locale: Locale, id: string) => review(locale, id, 'comments/take-back'),
  changes: (locale: Locale, id: string) => review(locale, id, 'changes'),
} as const;

/** Where a talk stands on a page. */
export function talkFragment(thread: string): string {
  return `talk-${thread}`;
}
