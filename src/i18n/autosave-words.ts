import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** What a form that saves itself says, in the reader's language. */
export function autosaveWords(locale: Locale) {
  const t = translatorOf(locale);
  return {
    saved: t('form.autosave.saved'),
    offline: t('form.autosave.offline'),
    away: t('form.autosave.away'),
    signedOut: t('form.autosave.signedOut'),
    signIn: t('form.autosave.signIn'),
    tooLong: t('form.autosave.tooLong'),
    closed: t('form.autosave.closed'),
    conflict: t('form.autosave.conflict'),
    both: t('form.autosave.both'),
    kept: t('form.autosave.kept'),
    putBack: t('form.autosave.putBack'),
    drop: t('form.autosave.drop'),
  };
}
