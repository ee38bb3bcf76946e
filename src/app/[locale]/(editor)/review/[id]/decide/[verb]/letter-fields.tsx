import { TextArea } from '#components/form/text-area';
import { TextField } from '#components/form/text-field';
import type { ToldVerb } from '#domain/decision';
import { decisionLetter } from '#i18n/decision-letter';
import { formatList, languageInSentence } from '#i18n/format';
import { directionOf } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { mailLocale } from '#server/mail/mail-locale';
import { type DecisionView, errorOf, standsIn } from './decision-view';

/** The mail to everyone who writes in it, suggested in the language of whoever began it. */
export function LetterFields({ view, verb }: { view: DecisionView; verb: ToldVerb }) {
  const { locale, review } = view;
  const { reference, members } = review;
  const t = translatorOf(locale);
  const [author] = members;
  const language = author ? mailLocale(author.locale) : locale;
  const letter = decisionLetter(verb, { locale: language, title: review.fields.title, reference });
  if (!author)
    return (
      <>
        <p>{t('review.decide.noMail')}</p>
        <input type="hidden" name="subject" value={letter.subject} />
        <input type="hidden" name="text" value={letter.text} />
      </>
    );
  const names = formatList(
    members.map(({ name }) => name),
    locale,
  );
  return (
    <>
      <h2>{t('review.decide.mail')}</h2>
      <p>
        {t('review.decide.mailTo', {
          ...{ names, name: author.name, language: languageInSentence(language, locale) },
        })}
      </p>
      <TextField
        {...{ locale, error: errorOf(view, 'subject') }}
        name="subject"
        lang={language}
        dir={directionOf(language)}
        label={t('review.field.subject')}
        defaultValue={standsIn(view, 'subject', letter.subject)}
      />
      <TextArea
        {...{ locale, error: errorOf(view, 'text') }}
        name="text"
        lang={language}
        dir={directionOf(language)}
        rows={10}
        label={t('review.field.text')}
        hint={t('review.hint.text')}
        defaultValue={standsIn(view, 'text', letter.text)}
      />
    </>
  );
}
