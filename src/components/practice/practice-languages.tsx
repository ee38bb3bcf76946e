import { Items } from '#components/practice/fact';
import type { PracticeRecord } from '#domain/practice';
import { languageName } from '#i18n/format';
import { directionOf, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

type Props = { practice: PracticeRecord; locale: Locale };

/** The language of this text, and links to the others. A machine's stands beside them while it is read. */
export function PracticeLanguages({ practice, locale }: Props) {
  const { languages, language } = practice;
  const codes = languages.includes(language) ? languages : [...languages, language];
  return (
    <Items
      items={codes.map((code) => [
        code,
        <PracticeLanguage key={code} practice={practice} code={code} locale={locale} />,
      ])}
    />
  );
}

function PracticeLanguage({ practice, code, locale }: Props & { code: string }) {
  const { slug, language } = practice;
  const content = <LanguageLabel practice={practice} code={code} locale={locale} />;
  if (code === language) return content;
  return (
    <a href={practicePath(locale, slug, code)} hrefLang={code}>
      {content}
    </a>
  );
}

/** By its own name, then by the reader's: "Shqip Albanian". */
function LanguageLabel({ practice, code, locale }: Props & { code: string }) {
  const t = translatorOf(locale);
  const name = languageName(code, locale);
  const ownName = languageName(code, code);
  const { languages, language, originalLanguage, translation } = practice;
  const isMachine = code === language && translation?.machine;
  const isOriginal = code === originalLanguage && (languages.length > 1 || language !== originalLanguage);
  const label = isOriginal ? t('practice.original', { language: name }) : name;
  const said = isMachine ? t('practice.translationMachineFact', { language: name }) : label;
  if (ownName === name) return said;
  return (
    <>
      <span lang={code} dir={directionOf(code)}>
        {ownName}
      </span>{' '}
      <small>{said}</small>
    </>
  );
}
