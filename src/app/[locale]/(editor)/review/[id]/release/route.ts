import { releaseSubmission } from '#server/review/commands/claim-submission';
import { answerAct, takeReview } from '../../take-review';

/** Puts an example back for another editor. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/release'>) {
  return takeReview(request, context, {
    work: async (sent) => {
      const { id, person, now } = sent;
      return answerAct(sent, 'release', await releaseSubmission({ actor: person.actor, id, now }));
    },
  });
}
