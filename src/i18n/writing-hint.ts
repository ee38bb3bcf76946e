import type { WritingHint } from '#domain/submission-hints';
import { formatList } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** What would help readers, in a sentence or two. */
export function hintText(hint: WritingHint, locale: Locale): string {
  const t = translatorOf(locale);
  switch (hint.reason) {
    case 'acronyms':
      return t('submission.writing.acronyms', {
        list: formatList(hint.acronyms, locale, 'disjunction'),
      });
    case 'long-sentences':
      return t('submission.writing.long-sentences', { count: hint.count, words: String(hint.words) });
    case 'empty':
      return t('submission.writing.empty');
    case 'only-link':
      return t('submission.writing.only-link');
  }
}
