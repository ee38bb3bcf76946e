import { TextCounter } from '#components/form/text-counter';
import { type FieldName, submissionFields } from '#domain/submission-fields';
import { formatCount, languageInSentence } from '#i18n/format';
import { formatTags, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { hintText } from '#i18n/writing-hint';
import { yearsUnderstood } from '#i18n/years-understood';
import { countCharacters } from '#lib/count-characters';
import type { StepView } from './load-step';

type Props = { name: FieldName; view: StepView; cleaned: boolean };

/** What is said below a field: how it was understood, what would help readers, how much room is left. */
export function FieldNote({ name, view, cleaned }: Props) {
  const { locale, hints, shown } = view;
  const t = translatorOf(locale);
  return (
    <>
      {cleaned && <p className="writing-hint">{t('submission.cleaned')}</p>}
      {name === 'years' && (
        <p role="status" id="years-live">
          {yearsUnderstood(shown.years, locale)}
        </p>
      )}
      {name === 'language' && (
        <p role="status" id="language-live">
          {languageNote(view.language, shown.language, locale)}
        </p>
      )}
      {hints
        .filter(({ field }) => field === name)
        .map((hint) => (
          <p key={hint.reason} className="writing-hint">
            {hintText(hint, locale)}
          </p>
        ))}
      {isCounted(name) && <Counter name={name} view={view} />}
    </>
  );
}

/** What language the text seems to be in, where that is not what was chosen. */
function languageNote(found: string | null, chosen: string, locale: Locale): string {
  if (!found || found === chosen) return '';
  const language = languageInSentence(found, locale);
  return translatorOf(locale)(chosen ? 'submission.languageLooks' : 'submission.languageThought', {
    language,
  });
}

function isCounted(name: FieldName): boolean {
  return name === 'title' || ['text', 'markdown'].includes(submissionFields[name].kind);
}

function Counter({ name, view: { locale, shown } }: Omit<Props, 'cleaned'>) {
  const t = translatorOf(locale);
  const value = shown[name];
  const { limit } = submissionFields[name];
  const count = typeof value === 'string' ? countCharacters(value.trim()) : 0;
  const holes = { count: '{count}', limit: '{limit}' };
  const numbers = { count: formatCount(count, locale), limit: formatCount(limit, locale) };
  return (
    <TextCounter
      field={name}
      limit={limit}
      locale={formatTags[locale]}
      initially={{
        text: t(count > limit ? 'form.counterOver' : 'form.counter', numbers),
        isOver: count > limit,
      }}
      words={{ fits: t('form.counter', holes), over: t('form.counterOver', holes) }}
    />
  );
}
