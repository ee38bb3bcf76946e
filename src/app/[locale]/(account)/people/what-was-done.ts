import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** What has just been done, in a sentence. */
export function whatWasDone(locale: Locale, done: string | undefined): string | undefined {
  const t = translatorOf(locale);
  switch (done) {
    case 'confirmed':
      return t('account.people.confirmed');
    case 'refused':
      return t('account.people.refused');
    case 'invited':
      return t('account.people.sent');
    case 'withdrawn':
      return t('account.people.withdrawn');
    case 'suspended':
      return t('account.people.suspendedNow');
    case 'restored':
      return t('account.people.restoredNow');
    default:
      return undefined;
  }
}
