import { archiveSubmission } from '#server/review/commands/archive-submission';
import { takeDecision } from '../take-decision';

/** Takes an example out of the catalogue, and says why. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/archive'>) {
  return takeDecision(request, context, 'archive', (asked) => archiveSubmission(asked));
}
