import type { Metadata } from 'next';
import { z } from 'zod';
import { titleWithErrors } from '#components/form/error-summary';
import { Notice } from '#components/form/notice';
import { stepNames } from '#domain/submission-fields';
import { requireLocale } from '#i18n/require-locale';
import { submissionPaths } from '#i18n/submission-paths';
import { problemText } from '#i18n/submission-problem';
import { translatorOf } from '#i18n/translator';
import { firstWords } from '#lib/plain-text';
import { AskedList } from '../asked-list';
import { DraftFrame } from '../draft-frame';
import { answerProblems } from '../typed-answers';
import { ConflictList } from './conflict-list';
import { loadStep, type StepView } from './load-step';
import { StepForm } from './step-form';

type Props = PageProps<'/[locale]/submissions/[id]/[step]'>;

const Line = z.string().max(500).catch('');
const Query = z.object({ check: Line, form: Line, saved: Line, cleaned: Line, changed: Line });

async function readPage({ params, searchParams }: Props) {
  const { locale, id, step } = await params;
  const query = Query.parse(await searchParams);
  return { query, view: await loadStep(requireLocale(locale), id, step, query.check === '1', query.form) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await readPage(props);
  const { locale, step, draft } = view;
  const t = translatorOf(locale);
  const example = firstWords(draft.fields.title, 60) || t('submission.newExample');
  const title = t('site.pair', { name: t(`submission.step.${step}`), value: example });
  return { title: titleWithErrors(title, listProblems(view).length > 0, locale), robots: { index: false } };
}

/** One step of the form, as the draft stands. */
export default async function StepPage(props: Props) {
  const { view, query } = await readPage(props);
  const { locale, step, draft, choices, unsaved } = view;
  const t = translatorOf(locale);
  const problems = listProblems(view);
  return (
    <DraftFrame {...{ locale, draft, step, problems }} known={choices.known} besides={<GoOn view={view} />}>
      {query.changed && <Notice>{t('submission.conflict.changedAgain')}</Notice>}
      {unsaved.length > 0 && <Notice>{t('submission.signedOutWhile')}</Notice>}
      {!draft.writable && <Notice>{t('submission.sent')}</Notice>}
      {step === 'place' && draft.writable && <AskedList of={view.own} />}
      <ConflictList view={view} />
      <StepForm view={view} justSaved={query.saved} cleaned={query.cleaned.split(',')} />
    </DraftFrame>
  );
}

/** About fields, and about answers to editors. */
function listProblems({ locale, problems, own }: StepView) {
  const fields = problems.map((problem) => ({ name: problem.field, text: problemText(problem, locale) }));
  return [...fields, ...answerProblems(own.typed)];
}

/** Nothing has to be corrected at once. */
function GoOn({ view: { locale, step, draft } }: { view: StepView }) {
  const t = translatorOf(locale);
  const next = stepNames[stepNames.indexOf(step) + 1];
  return (
    <p>
      {t('submission.problemsSaved')}{' '}
      {next && (
        <a href={submissionPaths.step(locale, draft.id, next)}>
          {t('submission.goOn', { step: t(`submission.step.${next}`) })}
        </a>
      )}
    </p>
  );
}
