import { z } from 'zod';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { setDueDate } from '#server/review/commands/set-due-date';
import { answerAct, sendBackTo, takeReview } from '../../take-review';

/** A day as a date field sends it; nothing for none. */
const DueOn = z.union([z.literal('').transform(() => null), z.iso.date().transform((day) => new Date(day))]);

/** Sets the day by which its authors are to hear. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/due'>) {
  return takeReview(request, context, {
    labels: (locale) => ({ dueOn: translatorOf(locale)('review.due.label') }),
    work: async (sent) => {
      const { locale, id, person, values, now } = sent;
      const dueOn = DueOn.safeParse(firstValue(values, 'dueOn').trim());
      if (!dueOn.success) return sendBackTo(reviewPaths.submission(locale, id), sent, { dueOn: 'due' });
      return answerAct(sent, 'due', await setDueDate({ actor: person.actor, id, dueOn: dueOn.data, now }));
    },
  });
}
