import { scheduleSubmission } from '#server/review/commands/schedule-submission';
import { takeDecision } from '../take-decision';

/** Sets the time at which the site publishes an example. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/schedule'>) {
  return takeDecision(request, context, 'schedule', (asked) => scheduleSubmission(asked));
}
