import { Fragment } from 'react';
import { Autosave } from '#components/form/autosave';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { fieldsOf } from '#domain/submission-fields';
import { isWrittenStep } from '#domain/submission-steps';
import { accountPaths } from '#i18n/account-paths';
import { formatAgo } from '#i18n/ago';
import { autosaveWords } from '#i18n/autosave-words';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import { PlaceTalk } from '../own-talk';
import { DraftField } from './draft-field';
import type { StepView } from './load-step';
import { SimilarNotice } from './similar-notice';

type Props = {
  view: StepView;
  /** Name of the step that was saved just now. */
  justSaved: string;
  /** Fields from which signs were left out. */
  cleaned: readonly string[];
};

/** The fields of a step in a plain form. Its address saves what was typed, valid or not, and leads on. */
export function StepForm({ view, justSaved, cleaned }: Props) {
  const { locale, step, draft, base, page, turn } = view;
  const t = translatorOf(locale);
  const path = submissionPaths.step(locale, draft.id, step);
  return (
    // Without the browser's memory of fields: after Back, what stands in them is what is saved.
    <form method="post" action={submissionPaths.save(locale, draft.id, step)} noValidate autoComplete="off">
      <fieldset className="step-fields" disabled={!draft.writable}>
        {Object.entries({ base, page, turn }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} defaultValue={value} autoComplete="off" />
        ))}
        {/* What Enter in a line does: the first button of a form. */}
        <button type="submit" name="then" value="next" className="sr-only" tabIndex={-1} aria-hidden="true">
          {t('submission.saveAndContinue')}
        </button>
        {draft.writable && (
          <Autosave
            names={fieldsOf(step).join(' ')}
            unsaved={view.unsaved.join(' ')}
            keptAs={keptAs(draft.id, step)}
            justSaved={isWrittenStep(justSaved) ? keptAs(draft.id, justSaved) : null}
            initially={savedText(view)}
            signIn={accountPaths.signIn(locale, { to: path })}
            both={path}
            words={autosaveWords(locale)}
          />
        )}
        {view.own.talk.length > 0 && <input type="hidden" name="at" value={step} />}
        {step === 'place' && <PlaceTalk of={view.own} place="" />}
        {fieldsOf(step).map((name) => (
          <Fragment key={name}>
            <DraftField name={name} view={view} cleaned={cleaned.includes(name)} />
            <PlaceTalk of={view.own} place={name} />
          </Fragment>
        ))}
        {step === 'story' && <SimilarNotice locale={locale} cards={view.similar} />}
        {draft.writable && (
          <FormButtons>
            <SubmitButton name="then" value="next">
              {t('submission.saveAndContinue')}
            </SubmitButton>
            <SubmitButton quiet name="then" value="stay">
              {t('submission.save')}
            </SubmitButton>
            <SubmitButton quiet name="then" value="preview">
              {t('submission.preview')}
            </SubmitButton>
          </FormButtons>
        )}
      </fieldset>
    </form>
  );
}

function keptAs(id: string, step: string): string {
  return `submission ${id} ${step}`;
}

/** A new draft was not saved by anybody yet. */
function savedText({ locale, draft, now, unsaved }: StepView): string {
  if (draft.version === 1 || unsaved.length > 0) return '';
  return translatorOf(locale)('submission.savedAgo', { ago: formatAgo(draft.updatedAt, now, locale) });
}
