import { acceptSubmission } from '#server/review/commands/decide-submission';
import { takeDecision } from '../take-decision';

/** Accepts an example. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/accept'>) {
  return takeDecision(request, context, 'accept', (asked) => acceptSubmission(asked));
}
