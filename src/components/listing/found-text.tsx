import type { Snippet } from '#domain/snippet';
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
