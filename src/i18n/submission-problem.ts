import type { FieldProblem } from '#domain/submission-check';
import { type FieldName, submissionFields } from '#domain/submission-fields';
import { yearLimits } from '#domain/years';
import { languageInSentence } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { type Translate, translatorOf } from '#i18n/translator';
import type en from './messages/en.json';

/** What to do about a field, in one sentence; the same in the summary and beside the field. */
export function problemText(problem: FieldProblem, locale: Locale): string {
  const t = translatorOf(locale);
  const label = t(`submission.label.${problem.field}`);
  switch (problem.reason) {
    case 'missing':
      return missingText(t, problem.field, label);
    case 'to-confirm':
      return t('submission.problem.toConfirm', { language: languageInSentence(problem.language, locale) });
    case 'too-long':
      return tooLongText(t, problem.field, { label, count: problem.count, limit: problem.limit });
    case 'too-many':
      return t('submission.problem.tooMany', { label, count: problem.count, limit: problem.limit });
    case 'unknown-choice':
      return t('submission.problem.unknownChoice', { label });
    case 'other-country':
      return t('submission.problem.otherCountry');
    case 'not-an-address':
      return t(
        problem.field === 'website' ? 'submission.problem.website' : 'submission.problem.contactEmail',
      );
    case 'no-year':
      return t('submission.problem.noYear');
    case 'years-not-understood':
      return t('submission.problem.yearsNotUnderstood');
    case 'end-before-start':
      return t('submission.problem.endBeforeStart');
    case 'years-out-of-range':
      return t('submission.problem.yearsOutOfRange', {
        first: String(yearLimits.first),
        last: String(yearLimits.last),
      });
  }
}

function missingText(t: Translate, field: FieldName, label: string): string {
  if (!isNeeded(field)) throw new Error(`${label} is not needed to send.`);
  return t(`submission.missing.${field}`);
}

function isNeeded(field: FieldName): field is keyof typeof en.submission.missing {
  return submissionFields[field].needed === true;
}

function tooLongText(
  t: Translate,
  field: FieldName,
  values: { label: string; count: number; limit: number },
): string {
  if (field === 'title') return t('submission.problem.titleTooLong', values);
  if (field === 'summary') return t('submission.problem.summaryTooLong', values);
  return t('submission.problem.tooLong', values);
}
