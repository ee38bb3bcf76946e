import { sendingPaths } from '#i18n/sending-paths';
import { submissionPaths } from '#i18n/submission-paths';
import { seeOther } from '#server/forms/see-other';
import { reopenSubmission } from '#server/submissions/commands/change-state';
import { nothingThere, takeForm } from '../../../../take-form';

/** Makes an example that was taken back a draft again, and leads to it. */
export function POST(request: Request, context: RouteContext<'/[locale]/submissions/[id]/reopen'>) {
  return takeForm(request, context, {
    pageOf: (locale, id) => sendingPaths.sent(locale, id),
    work: async ({ locale, id, person, now }) => {
      const result = await reopenSubmission({ actor: person.actor, id, now });
      if (result.ok) return seeOther(submissionPaths.step(locale, id, 'place'));
      if (result.reason === 'not-found') return nothingThere();
      return seeOther(sendingPaths.sent(locale, id, result.reason === 'another-open' ? 'another' : 'late'));
    },
  });
}
