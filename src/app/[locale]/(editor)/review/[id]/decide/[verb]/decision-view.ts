import { decisionLimits } from '#domain/decision';
import { type DecisionField, type DecisionVerb, fieldsOfDecision } from '#domain/decision-form';
import type { Thread } from '#domain/review-talk';
import type { KnownChoices } from '#domain/submission-check';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import type { Review } from '#server/review/queries/submission';
import type { Returned } from '../../review-view';

export type DecisionView = {
  locale: Locale;
  review: Review;
  now: Date;
  verb: DecisionVerb;
  /** The form as it was sent, where something is to be corrected. */
  returned: Returned | null;
  known: KnownChoices;
  /** What was said about it. */
  threads: readonly Thread[];
};

/** What stands in a field: what was typed, or what is suggested. */
export function standsIn({ returned }: DecisionView, field: DecisionField, suggested = ''): string {
  return returned?.values.has(field) ? firstValue(returned.values, field) : suggested;
}

/** What is to be corrected, in the order of the page. */
export function listDecisionProblems(view: DecisionView): { name: string; text: string }[] {
  const { locale, returned, review, verb } = view;
  const errors = returned?.errors ?? {};
  if (!review.may.has(verb)) return [];
  const t = translatorOf(locale);
  const besides = (['unchecked', 'incomplete'] as const)
    .filter((name) => errors[name])
    .map((name) => ({ name, text: t(`review.problem.${name}`) }));
  return [...besides, ...fieldsOfDecision(verb).flatMap((name) => problemOf(view, name, errors[name]))];
}

/** What to do about one field. */
export function errorOf(view: DecisionView, field: DecisionField): string | undefined {
  return problemOf(view, field, view.returned?.errors[field])[0]?.text;
}

function problemOf({ locale }: DecisionView, name: DecisionField, code: string | undefined) {
  if (!code) return [];
  const t = translatorOf(locale);
  const limits: Partial<Record<DecisionField, number>> = decisionLimits;
  const label = t(`review.field.${name}`);
  if (code === 'too-long')
    return [{ name, text: t('review.problem.tooLong', { label, limit: limits[name] ?? 100 }) }];
  if (code === 'no-time') return [{ name, text: t('review.problem.noTime') }];
  if (code === 'past') return [{ name, text: t('review.problem.past') }];
  if (name === 'note') return [];
  if (name === 'despite') return [{ name, text: t('review.problem.overtaken') }];
  return [{ name, text: t(`review.problem.missing.${name}`) }];
}
