import { firstValue } from '#lib/form-values';
import { claimSubmission } from '#server/review/commands/claim-submission';
import { answerAct, takeReview } from '../../take-review';

/** Takes an example up, or over from the editor whom the page named. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/claim'>) {
  return takeReview(request, context, {
    work: async (sent) => {
      const { id, person, values, now } = sent;
      const from = firstValue(values, 'from') || null;
      return answerAct(sent, 'claim', await claimSubmission({ actor: person.actor, id, from, now }));
    },
  });
}
