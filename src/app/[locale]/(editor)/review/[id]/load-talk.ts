import 'server-only';
import { cache } from 'react';
import type { Locale } from '#i18n/locales';
import { reviewPaths } from '#i18n/review-paths';
import type { FormValues } from '#lib/form-values';
import { currentPerson } from '#server/accounts/session';
import { readParkedForm } from '#server/forms/queries';
import { type ReviewTalk, readReviewTalk } from '#server/review/queries/talk';
import { guard } from '../../../guard';

export type LoadedTalk = ReviewTalk & {
  now: Date;
  /** A comment that could not be taken, and why. */
  parked: { values: FormValues; errors: Record<string, string> } | null;
};

/** What was said about a submission, read once a request; null where there is none for this person. `form`: a parked one. */
export const loadTalk = cache(
  (locale: Locale, id: string, form: string): Promise<LoadedTalk | null> =>
    guard(locale, async () => {
      const person = await currentPerson();
      if (!person) return null;
      const now = new Date();
      const [talk, parked] = await Promise.all([
        readReviewTalk({ actor: person.actor, id }),
        form ? readParkedForm(form, reviewPaths.submission(locale, id), now) : null,
      ]);
      return talk && { ...talk, now, parked };
    }),
);
