import { republishSubmission } from '#server/review/commands/archive-submission';
import { takeDecision } from '../take-decision';

/** Shows an example again that was taken out of the catalogue. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/republish'>) {
  return takeDecision(request, context, 'republish', (asked) => republishSubmission(asked));
}
