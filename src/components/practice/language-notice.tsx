import { LinkList } from '#components/ui/link-list';
import type { PracticeRecord } from '#domain/practice';
import { formatDate, languageInSentence } from '#i18n/format';
import { historyPaths } from '#i18n/history-paths';
import type { Locale } from '#i18n/locales';
import { machineName } from '#i18n/machine-name';
import { practicePath, textPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

type Props = { practice: PracticeRecord; locale: Locale };

/** In which language the text is, how it stands to the original, and the ways to what changed, the original and the others. */
export function LanguageNotice({ practice, locale }: Props) {
  const { language, originalLanguage, languages } = practice;
  const isOriginal = language === originalLanguage;
  if (isOriginal && language === locale) return null;
  const isForeign = language !== locale && locale !== originalLanguage;
  const links = [
    ...(isOriginal ? machineLinks(practice, locale) : translationLinks(practice, locale)),
    ...(isForeign && languages.includes(locale) ? [textLink(practice, locale, locale)] : []),
  ];
  return (
    <div className="notice">
      {isOriginal ? (
        <OriginalSentences practice={practice} locale={locale} />
      ) : (
        <TranslationSentences practice={practice} locale={locale} />
      )}
      {links.length > 0 && (
        <ul className="notice-links">
          {links.map(({ href, label, hrefLang }) => (
            <li key={href}>
              <a href={href} hrefLang={hrefLang}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** For who reads the original in another language than theirs: by choice, or since there is nothing else. */
function OriginalSentences({ practice, locale }: Props) {
  const t = translatorOf(locale);
  const { slug, language, languages, machineLanguages = [] } = practice;
  const name = languageInSentence(language, locale);
  if (languages.includes(locale)) return <p>{t('practice.translationOriginal', { language: name })}</p>;
  const others = languages
    .filter((code) => code !== language)
    .map((code) => ({
      ...{ href: practicePath(locale, slug, code), label: languageInSentence(code, locale), language: code },
    }));
  return (
    <p>
      {t('practice.otherLanguage', { language: name })}{' '}
      {others.length > 0 &&
        t.rich('practice.translationOthers', {
          languages: () => <LinkList key="languages" locale={locale} links={others} />,
        })}{' '}
      {machineLanguages.includes(locale) && t('practice.translationMachineOfferText')}
    </p>
  );
}

type NoticeLink = { href: string; label: string; hrefLang?: string };

function machineLinks({ slug, machineLanguages = [] }: PracticeRecord, locale: Locale): NoticeLink[] {
  if (!machineLanguages.includes(locale)) return [];
  const label = translatorOf(locale)('practice.translationMachineOffer');
  return [{ href: textPath(locale, slug, locale), label, hrefLang: locale }];
}

function TranslationSentences({ practice: { approvedBy, translation }, locale }: Props) {
  const t = translatorOf(locale);
  const { machine = null, changed = null } = translation ?? {};
  const date = changed?.at && formatDate(changed.at, locale);
  const sentences = [
    ...(machine ? [t('practice.translationMachine', { machine: machineName(machine) })] : []),
    ...(approvedBy === 'catalogue' ? [t('practice.translated')] : []),
    ...(changed && date ? [t('practice.translationOutdated', { date })] : []),
    ...(changed && !date ? [t('practice.translationOutdatedBefore')] : []),
  ];
  return sentences.length > 0 && <p>{sentences.join(' ')}</p>;
}

function translationLinks(practice: PracticeRecord, locale: Locale): NoticeLink[] {
  const { slug, originalLanguage, translation } = practice;
  const versions = translation?.changed?.versions;
  const label = translatorOf(locale)('practice.translationChanges');
  return [
    ...(versions ? [{ href: historyPaths.changes(locale, slug, ...versions), label }] : []),
    textLink(practice, locale, originalLanguage),
  ];
}

function textLink({ slug, originalLanguage }: PracticeRecord, locale: Locale, to: string): NoticeLink {
  const language = languageInSentence(to, locale);
  const key = to === originalLanguage ? 'practice.readOriginal' : 'practice.translationRead';
  return {
    href: practicePath(locale, slug, to),
    label: translatorOf(locale)(key, { language }),
    hrefLang: to,
  };
}
