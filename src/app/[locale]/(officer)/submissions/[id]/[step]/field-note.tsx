import { RoomLeft } from '#components/form/room-left';
import { type FieldName, submissionFields } from '#domain/submission-fields';
import { languageInSentence } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { hintText } from '#i18n/writing-hint';
import { yearsUnderstood } from '#i18n/years-understood';
import type { StepView } from './load-step';

type Props = { name: FieldName; view: StepView; cleaned: boolean };

/** What is said below a field: how it was understood, what would help readers, how much room is left. */
export function FieldNote({ name, view, cleaned }: Props) {
  const { locale, hints, shown } = view;
  const t = translatorOf(locale);
  const value = shown[name];
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
      {isCounted(name) && typeof value === 'string' && (
        <RoomLeft {...{ locale, name, value }} limit={submissionFields[name].limit} />
      )}
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
