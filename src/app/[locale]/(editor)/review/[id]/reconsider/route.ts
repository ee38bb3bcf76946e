import { reconsiderSubmission } from '#server/review/commands/reconsider-submission';
import { takeDecision } from '../take-decision';

/** Takes a decision back, for reasons that stay with the editors. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/reconsider'>) {
  return takeDecision(request, context, 'reconsider', (asked) => reconsiderSubmission(asked));
}
