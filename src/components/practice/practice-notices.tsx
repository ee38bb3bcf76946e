import type { PracticeRecord } from '#domain/practice';
import { formatDate, formatMonth, languageInSentence } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

type Props = { practice: PracticeRecord; locale: Locale };

/** What a reader must know before the text: where it comes from, and in which language it is. */
export function PracticeNotices({ practice, locale }: Props) {
  const t = translatorOf(locale);
  const { provenance, sourcesReadOn, language, originalLanguage } = practice;
  return (
    <>
      {language === originalLanguage && language !== locale && !practice.languages.includes(locale) && (
        <p className="notice">
          {t('practice.otherLanguage', { language: languageInSentence(language, locale) })}
        </p>
      )}
      {provenance === 'programme_excerpt' && <p className="notice">{t('practice.excerpt')}</p>}
      {provenance === 'catalogue_summary' && sourcesReadOn && (
        <p className="notice">{t('practice.summaryNotice', { month: formatMonth(sourcesReadOn, locale) })}</p>
      )}
      {practice.unconfirmedSince && (
        <p className="notice notice-quiet">
          {t('confirmation.overdue', { date: formatDate(practice.unconfirmedSince, locale) })}
        </p>
      )}
      {language !== originalLanguage && <TranslationNotice practice={practice} locale={locale} />}
    </>
  );
}

function TranslationNotice({ practice, locale }: Props) {
  const t = translatorOf(locale);
  const { originalLanguage, slug, approvedBy } = practice;
  return (
    <p className="notice">
      {approvedBy === 'catalogue' && `${t('practice.translated')} `}
      <a href={practicePath(locale, slug, originalLanguage)} hrefLang={originalLanguage}>
        {t('practice.readOriginal', { language: languageInSentence(originalLanguage, locale) })}
      </a>
    </p>
  );
}
