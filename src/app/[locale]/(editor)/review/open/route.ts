import { accountPaths } from '#i18n/account-paths';
import { reviewPaths } from '#i18n/review-paths';
import { firstValue } from '#lib/form-values';
import { seeOther } from '#server/forms/see-other';
import { openPublished } from '#server/review/commands/open-published';
import { findPracticeId } from '#server/review/queries/practice-id';
import { nothingThere } from '../../../take-form';
import { takeReview } from '../take-review';

/** Leads to the submission under which a published practice is looked after; `practice` is its address. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/open'>) {
  const params = context.params.then((given) => ({ ...given, id: '' }));
  return takeReview(
    request,
    { params },
    {
      pageOf: (locale) => reviewPaths.queue(locale),
      work: async ({ locale, values, person, now }) => {
        const practiceId = await findPracticeId(firstValue(values, 'practice'));
        if (!practiceId) return nothingThere();
        const result = await openPublished({ actor: person.actor, practiceId, now });
        if (result.ok) return seeOther(reviewPaths.submission(locale, result.id));
        // Whoever wrote it finds it among their own.
        return result.reason === 'not-found' ? nothingThere() : seeOther(accountPaths.start(locale));
      },
    },
  );
}
