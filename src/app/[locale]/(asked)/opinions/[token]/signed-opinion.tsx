import { SavedLine } from '#components/form/saved-line';
import { verdicts } from '#domain/opinion';
import type { Locale } from '#i18n/locales';
import { verdictText } from '#i18n/opinion-text';
import { translatorOf } from '#i18n/translator';
import { type FormValues, firstValue } from '#lib/form-values';

/** What was signed a moment ago, to those who sent it. */
export function SignedOpinion({ values, locale }: { values: FormValues; locale: Locale }) {
  const t = translatorOf(locale);
  const verdict = verdicts.find((one) => one === firstValue(values, 'verdict'));
  const words = firstValue(values, 'words').trim();
  return (
    <>
      <h1>{t('opinion.signed')}</h1>
      <SavedLine>{t('opinion.signedText')}</SavedLine>
      {verdict && (
        <p>
          <b>{verdictText(verdict, locale)}</b>
        </p>
      )}
      {words && (
        <p className="typed-words" dir="auto">
          {words}
        </p>
      )}
      <p>{t('opinion.signedAs', { name: firstValue(values, 'name').trim() })}</p>
    </>
  );
}
