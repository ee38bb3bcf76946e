import { longestReason } from '#domain/translation-check';
import { textPartLabel } from '#i18n/text-part';
import { translatorOf } from '#i18n/translator';
import type { TextView } from './load-text';

/** What is to be corrected, in the order of the page. */
export function listProblems(view: TextView): { name: string; text: string }[] {
  const { locale, problems } = view;
  const t = translatorOf(locale);
  const ofParts = problems.map((problem) => {
    const label = textPartLabel(problem.name, locale);
    const text =
      problem.reason === 'missing'
        ? t('translations.problem.missing', { label })
        : t('translations.problem.tooLong', { label, count: problem.count, limit: problem.limit });
    return { name: problem.name, text };
  });
  const reason = reasonProblem(view);
  return reason ? [...ofParts, { name: 'because', text: reason }] : ofParts;
}

/** What to do about one field, where there is something. */
export function problemOf(view: TextView, name: string): string | undefined {
  return listProblems(view).find((problem) => problem.name === name)?.text;
}

function reasonProblem({ locale, reason, state }: TextView): string | null {
  const t = translatorOf(locale);
  if (reason?.problem === 'too-long')
    return t('translations.problem.reasonTooLong', { limit: longestReason });
  if (reason?.problem !== 'no-reason') return null;
  return t(state === 'ready' ? 'translations.problem.noChanges' : 'translations.problem.noReason');
}
