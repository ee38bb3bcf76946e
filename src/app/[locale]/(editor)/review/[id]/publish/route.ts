import { publishSubmission } from '#server/review/commands/publish-submission';
import { takeDecision } from '../take-decision';

/** Publishes an example. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/publish'>) {
  return takeDecision(request, context, 'publish', (asked) => publishSubmission(asked));
}
