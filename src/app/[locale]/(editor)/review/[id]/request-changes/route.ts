import { requestChanges } from '#server/review/commands/decide-submission';
import { takeDecision } from '../take-decision';

/** Asks the authors for changes. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/request-changes'>) {
  return takeDecision(request, context, 'requestChanges', (asked) => requestChanges(asked));
}
