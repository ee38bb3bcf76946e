import { FormButtons, SubmitButton } from '#components/form/buttons';
import { TextArea } from '#components/form/text-area';
import { TextField } from '#components/form/text-field';
import type { VocabularyKind } from '#domain/vocabulary';
import { isNameNeeded, wordLanguages } from '#domain/vocabulary-entry';
import { directionOf, type Locale, locales } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { CityFields } from './city-fields';
import type { FieldOf } from './entry-fields';
import { ThreadField } from './thread-field';

type Props = {
  locale: Locale;
  kind: VocabularyKind;
  action: string;
  /** What the form shows of an entry; left out for a new one. */
  seen?: string;
  field: FieldOf;
  networks: readonly { id: string; name: string }[];
};

/** Names in every language, the words it is searched by, a topic's colour, a city's place. */
export function EntryForm({ locale, kind, action, seen, field, networks }: Props) {
  const t = translatorOf(locale);
  const isCity = kind === 'city';
  return (
    <form method="post" action={action} noValidate>
      {seen && <input type="hidden" name="seen" value={seen} />}
      {locales.map((language) => (
        <TextField
          key={language}
          {...field(`name-${language}`)}
          lang={language}
          dir={directionOf(language)}
          optional={!isNameNeeded(kind, language)}
          hint={isCity && language !== 'en' ? t('vocabulary.cityNameHint') : undefined}
        />
      ))}
      {isCity && <CityFields {...{ locale, field, networks }} isNew={seen === undefined} />}
      {kind === 'topic' && <ThreadField {...field('thread')} />}
      {wordLanguages(kind, locales).map((language) => (
        <TextArea
          key={language}
          {...field(`words-${language}`)}
          lang={isCity ? undefined : language}
          dir={isCity ? 'auto' : directionOf(language)}
          optional
          rows={4}
          hint={t(isCity ? 'vocabulary.alsoKnownAsHint' : 'vocabulary.wordsHint')}
        />
      ))}
      <FormButtons>
        <SubmitButton>{t(seen ? 'vocabulary.save' : 'vocabulary.addButton')}</SubmitButton>
      </FormButtons>
    </form>
  );
}
