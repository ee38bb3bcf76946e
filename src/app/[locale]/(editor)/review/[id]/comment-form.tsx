import { SubmitButton } from '#components/form/buttons';
import { describing, Field } from '#components/form/field';
import { WordsBox } from '#components/form/words-box';
import { type TalkPlace, takesSuggestion, talkLimits } from '#domain/review-talk';
import { submissionFields } from '#domain/submission-fields';
import { directionOf, type Locale } from '#i18n/locales';
import { placeFragment, talkField, talkPaths } from '#i18n/talk-paths';
import { placeLabel } from '#i18n/talk-text';
import { translatorOf } from '#i18n/translator';
import type { LoadedTalk } from './load-talk';

type Props = { locale: Locale; id: string; place: TalkPlace; loaded: LoadedTalk };

/** Where an editor begins a talk; folded away until it is wanted. */
export function CommentForm({ locale, id, place, loaded: { fields, parked } }: Props) {
  const t = translatorOf(locale);
  const fragment = placeFragment(place);
  const back = parked?.values.has('thread') || parked?.values.get('place')?.[0] !== place ? null : parked;
  const standing = takesSuggestion(place) ? fields[place] : null;
  const suggestion = back?.values.get('suggestion')?.[0] ?? standing;
  return (
    <details className="talk-more" id={fragment} open={back !== null}>
      <summary aria-label={t('talk.verbAbout', { verb: t('talk.add'), label: placeLabel(place, locale) })}>
        {t('talk.add')}
      </summary>
      <form method="post" action={talkPaths.add(locale, id)}>
        <input type="hidden" name="place" value={place} />
        <WordsField
          {...{ locale, label: t('talk.comment'), hint: t('talk.commentHint'), id: talkField.comment(place) }}
          text={back?.values.get('text')?.[0] ?? ''}
          error={back?.errors[talkField.comment(place)]}
        />
        {typeof standing === 'string' && (
          <details className="talk-more" open={suggestion !== standing}>
            <summary>{t('talk.suggest')}</summary>
            <WordsField
              {...{ locale, label: t('talk.suggest'), hint: t('talk.suggestHint') }}
              {...{ id: `suggestion-${fragment}`, name: 'suggestion', text: String(suggestion) }}
              rows={takesSuggestion(place) && submissionFields[place].kind === 'markdown' ? 10 : 3}
              language={fields.language}
            />
          </details>
        )}
        <SubmitButton quiet>{t('talk.addNow')}</SubmitButton>
      </form>
    </details>
  );
}

type WordsProps = {
  locale: Locale;
  label: string;
  hint?: string;
  id: string;
  /** What the form calls it; several forms on one page call theirs the same. */
  name?: string;
  text: string;
  rows?: number;
  language?: string;
  error?: string | undefined;
};

/** Several lines of text under a name that other forms of the page use as well. */
export function WordsField(props: WordsProps) {
  const { locale, label, hint, id, name = 'text', text, rows = 3, language, error } = props;
  const field = { locale, name: id, label, hint, error };
  const isComment = name === 'text';
  return (
    <Field {...field}>
      <WordsBox
        {...{ id, name, rows, defaultValue: text }}
        maxLength={isComment ? talkLimits.comment : undefined}
        lang={language || undefined}
        dir={language ? directionOf(language) : 'auto'}
        {...describing(field)}
      />
    </Field>
  );
}
