import { adoptionProblemText } from '#i18n/adoption-text';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { FormValues } from '#lib/form-values';
import type { ListedAdoption } from '#server/adoptions/queries/list-adoptions';

export type ParkedDecision = { values: FormValues; errors: Record<string, string> } | null;

/** What is to be corrected about a decision, by the name of its field: `because-` or `confirm-` and the adoption's id. */
export function decisionProblems(
  waiting: readonly ListedAdoption[],
  parked: ParkedDecision,
  locale: Locale,
): { name: string; text: string }[] {
  const t = translatorOf(locale);
  return waiting.flatMap(({ id, person, city }) => {
    const because = adoptionProblemText(parked?.errors[`because-${id}`], locale, 0);
    if (because !== undefined) return [{ name: `because-${id}`, text: because }];
    if (!parked?.errors[`confirm-${id}`]) return [];
    return [{ name: `confirm-${id}`, text: t('adoption.problem.unconfirmed', { person, city }) }];
  });
}
