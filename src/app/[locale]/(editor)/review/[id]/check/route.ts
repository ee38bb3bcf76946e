import { criteria } from '#domain/review-criteria';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { saveChecks } from '#server/review/commands/save-checks';
import { answerAct, sendBackTo, takeReview } from '../../take-review';
import { findCheckProblems, readChecks } from './read-checks';

/** Keeps how the criteria were judged. Where another editor judged the same meanwhile, both come back. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/check'>) {
  return takeReview(request, context, {
    labels: (locale) => {
      const t = translatorOf(locale);
      const labelOf = (one: (typeof criteria)[number]) =>
        t('review.check.note', { criterion: t(`review.check.criterion.${one}`) });
      return Object.fromEntries(criteria.map((one) => [`${one}-note`, labelOf(one)]));
    },
    work: async (sent) => {
      const { locale, id, person, values, now } = sent;
      const path = reviewPaths.submission(locale, id);
      const checks = readChecks(values);
      const problems = findCheckProblems(checks);
      if (Object.keys(problems).length > 0) return sendBackTo(path, sent, problems);
      const seen = Number.parseInt(firstValue(values, 'seen'), 10) || 0;
      const result = await saveChecks({ actor: person.actor, id, checks, seen, now });
      if (!result.ok && result.reason === 'changed-meanwhile') {
        const names = result.criteria.map((one) => [`${one}-verdict`, 'meanwhile']);
        return sendBackTo(path, sent, Object.fromEntries(names));
      }
      return answerAct(sent, 'check', result);
    },
  });
}
