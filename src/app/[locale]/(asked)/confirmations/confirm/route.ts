import { historyPaths } from '#i18n/history-paths';
import { practicePath } from '#i18n/paths';
import { confirmPractice } from '#server/confirmations/commands/confirm-practice';
import { readPracticeId } from '#server/confirmations/queries/practice-id';
import { seeOther } from '#server/forms/see-other';
import { takePersonsForm } from '../../take-persons-form';

/** Confirms an example for its city, by whoever is signed in and speaks for it. Its page then says so. */
export function POST(request: Request, context: RouteContext<'/[locale]/confirmations/confirm'>) {
  return takePersonsForm(request, context, {
    pageOf: (locale, read) => historyPaths.revise(locale, read('practice')),
    work: async ({ locale, read, person, now, refuse }) => {
      const practiceId = await readPracticeId(read('practice'));
      if (practiceId === null) return refuse();
      const confirmed = await confirmPractice({ actor: person.actor, practiceId, now });
      return confirmed.ok ? seeOther(practicePath(locale, confirmed.slug)) : refuse();
    },
  });
}
