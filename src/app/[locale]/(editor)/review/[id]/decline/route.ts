import { declineSubmission } from '#server/review/commands/decide-submission';
import { takeDecision } from '../take-decision';

/** Declines an example, for reasons that its authors are told. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/decline'>) {
  return takeDecision(request, context, 'decline', (asked) => declineSubmission(asked));
}
