import type { FoundName } from '#domain/found-name';
import type { Snippet } from '#domain/snippet';
import { anyLanguage } from '#domain/vocabulary';
import { languageInSentence } from '#i18n/format';
import { directionOf, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Props = {
  snippet: Snippet;
  /** Language of the card: where the words stand in another, it is said which. */
  shown: string;
  locale: Locale;
};

/** The stretch of a text in which the words were found, in its own language. */
export function FoundText({ snippet: { language, parts }, shown, locale }: Props) {
  const t = translatorOf(locale);
  const inLanguage = language === locale ? {} : { lang: language, dir: directionOf(language) };
  // The parts of a text have no identity of their own but their place.
  const marked = parts.map(({ text, found }, i) => ({ id: `${i}`, text, found }));
  return (
    <p className="found-text">
      {language !== shown && (
        <span className="found-in">
          {t('listing.foundIn', { language: languageInSentence(language, locale) })}
        </span>
      )}
      <span {...inLanguage}>
        {'… '}
        {marked.map(({ id, text, found }) => (found ? <mark key={id}>{text}</mark> : text))}
        {' …'}
      </span>
    </p>
  );
}

const foundBy = {
  topic: 'listing.foundBy.topic',
  city: 'listing.foundBy.city',
  country: 'listing.foundBy.country',
} as const;

/** The topic or place that a practice was found by, and the name of it that holds the word: "Geneva (Genf)". */
export function FoundNames({ names, locale }: { names: readonly FoundName[]; locale: Locale }) {
  const t = translatorOf(locale);
  return names.map(({ kind, label, by: { language, name } }) => {
    // An empty language says that it is not known.
    const lang = language === anyLanguage ? '' : language;
    const inLanguage = language === locale ? {} : { lang, ...(lang && { dir: directionOf(lang) }) };
    return (
      <p key={`${kind} ${label}`} className="found-text">
        {t(foundBy[kind], { name: label })} (<bdi {...inLanguage}>{name}</bdi>)
      </p>
    );
  });
}
