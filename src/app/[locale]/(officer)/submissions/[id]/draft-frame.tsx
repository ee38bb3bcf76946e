import type { ReactNode } from 'react';
import { ErrorSummary, type FieldError } from '#components/form/error-summary';
import { StepList } from '#components/form/step-list';
import { countOpen } from '#domain/review-talk';
import type { KnownChoices } from '#domain/submission-check';
import { type StepName, stepNames } from '#domain/submission-fields';
import { stepStates } from '#domain/submission-steps';
import { directionOf, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { stepDigest } from '#i18n/submission-digest';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import type { Draft } from '#server/submissions/queries/draft';
import type { Revised } from '#server/submissions/queries/revised';
import { PageFrame } from '../../../page-frame';

type Props = {
  locale: Locale;
  draft: Draft;
  step: StepName;
  /** For the states of the steps: what may be chosen. */
  known: KnownChoices;
  /** What is to be corrected on this page. */
  problems?: readonly FieldError[];
  /** Stands in the summary, below the problems. */
  besides?: ReactNode;
  children: ReactNode;
};

/** What every step of an example shares: what is to be corrected first, the steps, the step's name. */
export function DraftFrame({ locale, draft, step, known, problems = [], besides, children }: Props) {
  const t = translatorOf(locale);
  const { id, fields, files } = draft;
  const states = stepStates({ fields, files, known, conflicts: draft.conflicts.map(({ field }) => field) });
  const open = countOpen(draft.talk);
  const steps = stepNames.map((name) => ({
    href: submissionPaths.step(locale, id, name),
    label: t(`submission.step.${name}`),
    digest: stepDigest(name, fields, files, locale),
    state: states[name],
    asked: draft.writable ? (open.get(name) ?? 0) : 0,
  }));
  const number = stepNames.indexOf(step) + 1;
  return (
    <PageFrame locale={locale} pathIn={(other) => submissionPaths.step(other, id, step)}>
      <div className="wrap form-page">
        <ErrorSummary locale={locale} problems={problems}>
          {besides}
        </ErrorSummary>
        <StepList locale={locale} steps={steps} current={submissionPaths.step(locale, id, step)} />
        <div className="form-column" id="content" tabIndex={-1}>
          <p className="step-count">{t('form.stepOf', { step: number, steps: stepNames.length })}</p>
          <h1>{t(`submission.step.${step}`)}</h1>
          {draft.revised && <RevisionLine locale={locale} revised={draft.revised} />}
          {children}
        </div>
      </div>
    </PageFrame>
  );
}

/** What the draft will take the place of. */
function RevisionLine({ locale, revised }: { locale: Locale; revised: Revised }) {
  const { slug, title, language } = revised;
  return (
    <p className="field-hint">
      {translatorOf(locale)('history.revise.of')}{' '}
      <a href={practicePath(locale, slug)} lang={language} dir={directionOf(language)}>
        {title}
      </a>
    </p>
  );
}
