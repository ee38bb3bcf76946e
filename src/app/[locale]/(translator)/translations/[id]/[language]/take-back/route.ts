import { takeBackTranslation } from '#server/translations/commands/offer-translation';
import { answerAct, takeTranslation } from '../take-translation';

/** Takes back what was handed in, to go on writing. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/translations/[id]/[language]/take-back'>,
) {
  return takeTranslation(request, context, {
    work: async (sent) => answerAct(sent, 'takeBack', await takeBackTranslation(sent.asked)),
  });
}
