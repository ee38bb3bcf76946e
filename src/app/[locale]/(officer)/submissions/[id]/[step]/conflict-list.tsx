import { ConflictBox } from '#components/form/conflict-box';
import { submissionFields } from '#domain/submission-fields';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import type { StepView } from './load-step';

/** Texts of this step that were written at the same time, side by side, for a person to choose. */
export function ConflictList({ view }: { view: StepView }) {
  const { locale, now, draft, step, shown } = view;
  const conflicts = draft.conflicts.filter(({ field }) => submissionFields[field].step === step);
  if (conflicts.length === 0) return null;
  return (
    <div id="both" tabIndex={-1}>
      {conflicts.map((conflict) => {
        const { field } = conflict;
        const current = draft.fields[field];
        return (
          <ConflictBox
            key={conflict.save}
            {...{ locale, now, conflict, language: shown.language }}
            label={translatorOf(locale)(`submission.label.${field}`)}
            current={typeof current === 'string' ? current : ''}
            action={submissionPaths.settle(locale, draft.id)}
            fields={{ field, step }}
          />
        );
      })}
    </div>
  );
}
