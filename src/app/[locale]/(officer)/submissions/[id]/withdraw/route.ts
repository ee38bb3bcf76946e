import { sendingPaths } from '#i18n/sending-paths';
import { seeOther } from '#server/forms/see-other';
import { withdrawSubmission } from '#server/submissions/commands/change-state';
import { nothingThere, takeForm } from '../../../../take-form';

/** Takes an example back, until an editor has taken it up. */
export function POST(request: Request, context: RouteContext<'/[locale]/submissions/[id]/withdraw'>) {
  return takeForm(request, context, {
    pageOf: (locale, id) => sendingPaths.sent(locale, id),
    work: async ({ locale, id, person, now }) => {
      const result = await withdrawSubmission({ actor: person.actor, id, now });
      if (!result.ok && result.reason === 'not-found') return nothingThere();
      return seeOther(sendingPaths.sent(locale, id, result.ok ? undefined : 'late'));
    },
  });
}
