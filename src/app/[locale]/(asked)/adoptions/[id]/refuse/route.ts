import { answerDecision } from '../../answer-decision';

/** Refuses to show that a city repeats an example, with a reason for the officer. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/adoptions/[id]/refuse'>,
): Promise<Response> {
  return answerDecision(request, context, 'refuse');
}
