import type { Locale } from '#i18n/locales';

const review = (locale: Locale, id: string, name = '') => `/${locale}/review/${id}${name}`;

/** Addresses of what is said about an example before it is published. All but pages take POST. */
export const talkPaths = {
  /** For those who write in it: whatever they do with what an editor wrote. */
  own: (locale: Locale, id: string) => `/${locale}/submissions/${id}/answer`,
  /** For editors, with the page on which it stands. */
  review: (locale: Locale, id: string) => review(locale, id),
  add: (locale: Locale, id: string) => review(locale, id, '/comments/add'),
  answer: (locale: Locale, id: string) => review(locale, id, '/comments/answer'),
  settle: (locale: Locale, id: string) => review(locale, id, '/comments/settle'),
  takeBack: (locale: Locale, id: string) => review(locale, id, '/comments/take-back'),
  changes: (locale: Locale, id: string) => review(locale, id, '/changes'),
} as const;

/** Where a talk stands on a page. */
export function talkFragment(thread: string): string {
  return `talk-${thread}`;
}

/** Where one begins a talk about something on the page of editors. */
export function placeFragment(place: string): string {
  return `comment-${place || 'whole'}`;
}
