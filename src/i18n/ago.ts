import { formatTags, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago something was, as it stands inside a sentence: "a moment ago", "3 days ago". */
export function formatAgo(at: Date, now: Date, locale: Locale): string {
  const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1_000);
  const unit = units.find(([, size]) => seconds >= size);
  if (!unit) return translatorOf(locale)('submission.aMomentAgo');
  const format = new Intl.RelativeTimeFormat(formatTags[locale], { numeric: 'always' });
  return format.format(-Math.floor(seconds / unit[1]), unit[0]);
}
