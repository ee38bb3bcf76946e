import { LanguageNotice } from '#components/practice/language-notice';
import type { PracticeRecord } from '#domain/practice';
import { formatDate, formatMonth } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Props = { practice: PracticeRecord; locale: Locale };

/** What a reader must know before the text: where it comes from, and in which language it is. */
export function PracticeNotices({ practice, locale }: Props) {
  const t = translatorOf(locale);
  const { provenance, sourcesReadOn } = practice;
  return (
    <>
      <LanguageNotice practice={practice} locale={locale} />
      {provenance === 'programme_excerpt' && <p className="notice">{t('practice.excerpt')}</p>}
      {provenance === 'catalogue_summary' && sourcesReadOn && (
        <p className="notice">{t('practice.summaryNotice', { month: formatMonth(sourcesReadOn, locale) })}</p>
      )}
      {practice.unconfirmedSince && (
        <p className="notice notice-quiet">
          {t('confirmation.overdue', { date: formatDate(practice.unconfirmedSince, locale) })}
        </p>
      )}
    </>
  );
}
