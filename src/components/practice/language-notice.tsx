import { LinkList } from '#components/ui/link-list';
import type { PracticeRecord } from '#domain/practice';
import { formatDate, languageInSentence } from '#i18n/format';
import { historyPaths } from '#i18n/history-paths';
import type { Locale } from '#i18n/locales';
import { machineName } from '#i18n/machine-name';
import { practicePath, textPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

type Props = { practice: PracticeRecord; locale: Locale };

/** In which language the text is, how it stands to the original, and the ways to the original and to the others. */
export function LanguageNotice({ practice, locale }: Props) {
  const { language, originalLanguage, languages } = practice;
  const isOriginal = language === originalLanguage;
  if (isOriginal && language === locale) return null;
  return (
    <p className="notice">
      {isOriginal ? (
        <OriginalSentences practice={practice} locale={locale} />
      ) : (
        <TranslationSentences practice={practice} locale={locale} />
      )}
      {language !== locale && languages.includes(locale) && (
        <TextLink practice={practice} locale={locale} to={locale} />
      )}
    </p>
  );
}

/** For who reads the original since there is nothing in their language. */
function OriginalSentences({ practice, locale }: Props) {
  const t = translatorOf(locale);
  const { slug, language, languages, machineLanguages = [] } = practice;
  if (languages.includes(locale)) return null;
  const others = languages
    .filter((code) => code !== language)
    .map((code) => ({
      ...{ href: practicePath(locale, slug, code), label: languageInSentence(code, locale), language: code },
    }));
  return (
    <>
      {t('practice.otherLanguage', { language: languageInSentence(language, locale) })}{' '}
      {others.length > 0 &&
        t.rich('practice.translationOthers', {
          languages: () => <LinkList key="languages" locale={locale} links={others} />,
        })}{' '}
      {machineLanguages.includes(locale) && (
        <>
          <a href={textPath(locale, slug, locale)} rel="nofollow">
            {t('practice.translationMachineOffer', { language: languageInSentence(locale, locale) })}
          </a>
          {'. '}
          {t('practice.translationMachineOfferText')}
        </>
      )}
    </>
  );
}

function TranslationSentences({ practice, locale }: Props) {
  const t = translatorOf(locale);
  const { slug, originalLanguage, approvedBy, translation } = practice;
  const { machine = null, changed = null } = translation ?? {};
  const date = changed?.at && formatDate(changed.at, locale);
  return (
    <>
      {machine && `${t('practice.translationMachine', { machine: machineName(machine) })} `}
      {approvedBy === 'catalogue' && `${t('practice.translated')} `}
      {changed &&
        (date ? t('practice.translationOutdated', { date }) : t('practice.translationOutdatedBefore'))}{' '}
      {changed?.versions && (
        <>
          <a href={historyPaths.changes(locale, slug, ...changed.versions)}>
            {t('practice.translationChanges')}
          </a>
          {'. '}
        </>
      )}
      <TextLink practice={practice} locale={locale} to={originalLanguage} />{' '}
    </>
  );
}

function TextLink({ practice, locale, to }: Props & { to: string }) {
  const t = translatorOf(locale);
  const language = languageInSentence(to, locale);
  const isOriginal = to === practice.originalLanguage;
  return (
    <a href={practicePath(locale, practice.slug, to)} hrefLang={to}>
      {t(isOriginal ? 'practice.readOriginal' : 'practice.translationRead', { language })}
    </a>
  );
}
