import { SubmitButton } from '#components/form/buttons';
import { submissionFields } from '#domain/submission-fields';
import { formatAgo } from '#i18n/ago';
import { directionOf } from '#i18n/locales';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import type { Conflict } from '#server/submissions/queries/draft';
import type { StepView } from './load-step';

/** Texts of this step that were written at the same time, side by side, for a person to choose. */
export function ConflictList({ view }: { view: StepView }) {
  const conflicts = view.draft.conflicts.filter(({ field }) => submissionFields[field].step === view.step);
  if (conflicts.length === 0) return null;
  return (
    <div id="both" tabIndex={-1}>
      {conflicts.map((conflict) => (
        <ConflictBox key={conflict.save} view={view} conflict={conflict} />
      ))}
    </div>
  );
}

function ConflictBox({ view, conflict }: { view: StepView; conflict: Conflict }) {
  const { locale, draft, step } = view;
  const { field, save, text, written, standing } = conflict;
  const t = translatorOf(locale);
  const current = draft.fields[field];
  return (
    <section className="form-notice conflict" aria-labelledby={`conflict-${save}`}>
      <h2 id={`conflict-${save}`}>
        {t('submission.conflict.title', { label: t(`submission.label.${field}`) })}
      </h2>
      <p>{t('submission.conflict.text')}</p>
      <form method="post" action={submissionPaths.settle(locale, draft.id)}>
        {Object.entries({ save, field, step, seen: String(standing.version) }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="conflict-texts">
          <ConflictText
            {...{ view, written: standing }}
            title={t('submission.conflict.standing')}
            text={typeof current === 'string' ? current : ''}
          />
          <ConflictText {...{ view, written, text }} title={t('submission.conflict.later')} />
        </div>
        <div className="form-buttons">
          <SubmitButton name="choice" value="theirs">
            {t('submission.conflict.theirs')}
          </SubmitButton>
          <SubmitButton quiet name="choice" value="mine">
            {t('submission.conflict.mine')}
          </SubmitButton>
          <SubmitButton quiet name="choice" value="both">
            {t('submission.conflict.both')}
          </SubmitButton>
        </div>
      </form>
    </section>
  );
}

type TextProps = { view: StepView; title: string; text: string; written: Conflict['written'] };

function ConflictText({ view: { locale, now, shown }, title, text, written }: TextProps) {
  const t = translatorOf(locale);
  const name = written.own ? t('submission.conflict.you') : written.by;
  return (
    <div>
      <h3>{title}</h3>
      <p className="field-hint">
        {t('submission.conflict.by', { name, ago: formatAgo(written.at, now, locale) })}
      </p>
      <div className="conflict-text" lang={shown.language || undefined} dir={directionOf(shown.language)}>
        {text || t('submission.conflict.nothing')}
      </div>
    </div>
  );
}
