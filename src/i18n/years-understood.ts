import { parseYears } from '#domain/years';
import { formatYears } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** How a text about years was understood, as a reader of the catalogue will see it; empty where it was not. */
export function yearsUnderstood(text: string, locale: Locale): string {
  const read = parseYears(text);
  const years = read.ok ? formatYears(read.years, locale) : null;
  return years && years !== text.trim() ? translatorOf(locale)('submission.yearsUnderstood', { years }) : '';
}
