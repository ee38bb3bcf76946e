import { answerDecision } from '../../answer-decision';

/** Confirms that a city repeats an example: both pages show it from then on. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/adoptions/[id]/confirm'>,
): Promise<Response> {
  return answerDecision(request, context, 'confirm');
}
