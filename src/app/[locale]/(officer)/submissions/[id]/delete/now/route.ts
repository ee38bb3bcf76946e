import { sendingPaths } from '#i18n/sending-paths';
import { seeOther } from '#server/forms/see-other';
import { deleteSubmission } from '#server/submissions/commands/delete-submission';
import { nothingThere, takeForm } from '../../../../../take-form';

/** Deletes a draft. Where it cannot be deleted any more, its page says how it stands. */
export function POST(request: Request, context: RouteContext<'/[locale]/submissions/[id]/delete/now'>) {
  return takeForm(request, context, {
    pageOf: (locale, id) => sendingPaths.delete(locale, id),
    work: async ({ locale, id, person, now }) => {
      const result = await deleteSubmission({ actor: person.actor, id, now });
      if (result.ok) return seeOther(sendingPaths.mine(locale, 'deleted'));
      return result.reason === 'not-found' ? nothingThere() : seeOther(sendingPaths.sent(locale, id, 'late'));
    },
  });
}
