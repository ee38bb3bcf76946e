import { sendingPaths } from '#i18n/sending-paths';
import { submissionPaths } from '#i18n/submission-paths';
import { firstValue } from '#lib/form-values';
import { readKnownChoices } from '#server/catalogue/queries/choices';
import { seeOther } from '#server/forms/see-other';
import { sendSubmission } from '#server/submissions/commands/send-submission';
import { nothingThere, takeForm } from '../../../../take-form';

/** Sends an example. Where something is missing, its last step says what. */
export function POST(request: Request, context: RouteContext<'/[locale]/submissions/[id]/send-now'>) {
  return takeForm(request, context, {
    pageOf: (locale, id) => submissionPaths.step(locale, id, 'send'),
    work: async ({ locale, id, person, values, now }) => {
      const known = await readKnownChoices(now);
      const agreed = firstValue(values, 'agreed') === 'yes';
      const result = await sendSubmission({ actor: person.actor, id, agreed, known, now });
      if (result.ok) return seeOther(sendingPaths.sent(locale, id));
      if (result.reason === 'not-found') return nothingThere();
      if (result.reason === 'not-possible') return seeOther(sendingPaths.sent(locale, id, 'late'));
      return seeOther(`${submissionPaths.step(locale, id, 'send')}?check=1#problems`);
    },
  });
}
