import type { Locale } from '#i18n/locales';

const comments = (locale: Locale, id: string, name: string) => `/${locale}/review/${id}/comments/${name}`;

/** Addresses of what is said about an example before it is published. They take POST. */
export const talkPaths = {
  /** For those who write in it: whatever they do with what an editor wrote. */
  own: (locale: Locale, id: string) => `/${locale}/submissions/${id}/answer`,
  /** For editors. */
  add: (locale: Locale, id: string) => comments(locale, id, 'add'),
  answer: (locale: Locale, id: string) => comments(locale, id, 'answer'),
  settle: (locale: Locale, id: string) => comments(locale, id, 'settle'),
  takeBack: (locale: Locale, id: string) => comments(locale, id, 'take-back'),
} as const;

/** Where a talk stands on a page. */
export function talkFragment(thread: string): string {
  return `talk-${thread}`;
}

/** Where one begins a talk about something on the page of editors. */
export function placeFragment(place: string): string {
  return `comment-${place || 'whole'}`;
}

/** The field of a comment, or of an answer to one, as its page calls it. */
export const talkField = {
  comment: (place: string) => `text-${placeFragment(place)}`,
  answer: (thread: string) => `answer-${thread}`,
} as const;

/** Whether something to be corrected is about a comment or an answer. */
export function isTalkField(name: string): boolean {
  return /^(?:text-comment|answer)-\w+$/.test(name);
}
