import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

const done = ['added', 'saved', 'moved', 'merged', 'removed'] as const;
const notDone = ['order', 'used', 'changed'] as const;

/** What has just been done, in a sentence. */
export function whatWasDone(locale: Locale, asked: string | undefined): string | undefined {
  const known = done.find((one) => one === asked);
  return known && translatorOf(locale)(`vocabulary.done.${known}`);
}

/** What could not be done, since someone else did something first. */
export function whatWasNotDone(locale: Locale, asked: string | undefined): string | undefined {
  const known = notDone.find((one) => one === asked);
  return known && translatorOf(locale)(`vocabulary.done.${known}`);
}
