import { takeOverTranslation } from '#server/translations/commands/begin-translation';
import { answerAct, takeTranslation } from '../take-translation';

/** Takes a translation over from whoever began it. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/translations/[id]/[language]/take-over'>,
) {
  return takeTranslation(request, context, {
    work: async (sent) => answerAct(sent, 'takeOver', await takeOverTranslation(sent.asked)),
  });
}
