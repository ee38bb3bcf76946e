import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

const day = 86_400_000;

/** "in 5 days", "today", "2 days late": how a day that was promised lies from now. */
export function dueText(dueOn: Date, now: Date, locale: Locale): { text: string; isLate: boolean } {
  const days = Math.floor(dueOn.getTime() / day) - Math.floor(now.getTime() / day);
  const t = translatorOf(locale);
  const isLate = days < 0;
  return { isLate, text: isLate ? t('review.due.late', { days: -days }) : t('review.due.in', { days }) };
}

/** "3 days": how long something has been so. */
export function sinceText(since: Date, now: Date, locale: Locale): string {
  const days = Math.max(0, Math.floor((now.getTime() - since.getTime()) / day));
  return translatorOf(locale)('review.days', { days });
}
