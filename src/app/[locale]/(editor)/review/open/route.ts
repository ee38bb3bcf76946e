import { accountPaths } from '#i18n/account-paths';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { storableText } from '#lib/storable';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';
import { openPublished } from '#server/review/commands/open-published';
import { findPracticeId } from '#server/review/queries/practice-id';
import { takeReview } from '../take-review';

/** Leads to the submission under which a published practice is looked after; `practice` is its address, or the end of it. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/open'>) {
  const params = context.params.then((given) => ({ ...given, id: '' }));
  return takeReview(
    request,
    { params },
    {
      pageOf: (locale) => reviewPaths.queue(locale),
      labels: (locale) => ({ practice: translatorOf(locale)('review.open.label') }),
      work: async ({ locale, values, person, now }) => {
        const practiceId = await findPracticeId(readSlug(firstValue(values, 'practice')));
        const result = practiceId ? await openPublished({ actor: person.actor, practiceId, now }) : null;
        if (result?.ok) return seeOther(reviewPaths.submission(locale, result.id));
        // Whoever wrote it finds it among their own.
        if (result?.reason === 'not-possible') return seeOther(accountPaths.start(locale));
        const path = reviewPaths.queue(locale);
        const form = await parkForm({ path, values, errors: { practice: 'none' }, now });
        return seeOther(`${path}?${new URLSearchParams({ tab: 'published', form })}#problems`);
      },
    },
  );
}

/** "https://site.example/en/practices/a-welcoming-app/fr" is "a-welcoming-app", and so is that alone. */
function readSlug(typed: string): string {
  const text = storableText(typed).text.trim();
  return /\/practices\/([^/?#]+)/.exec(text)?.[1] ?? text;
}
