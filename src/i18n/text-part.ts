import type { TextName } from '#domain/translation';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** What a part of a practice's text is called, as its page calls it. */
export function textPartLabel(name: TextName, locale: Locale): string {
  const t = translatorOf(locale);
  return name === 'title' || name === 'summary' ? t(`submission.label.${name}`) : t(`section.${name}`);
}
