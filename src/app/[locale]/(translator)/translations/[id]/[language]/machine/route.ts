import { draftByMachine } from '#server/translations/commands/draft-by-machine';
import { answerAct, answerRefusal, readSeen, takeTranslation } from '../take-translation';

/** Asks a machine for a draft; what it answers instead is said beside the button. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/translations/[id]/[language]/machine'>,
) {
  return takeTranslation(request, context, {
    work: async (sent) => {
      const seen = readSeen(sent.values);
      const result = await draftByMachine({ ...sent.asked, seen });
      if (result.ok || result.reason === 'not-found' || result.reason === 'not-possible')
        return answerAct(sent, 'machine', result);
      return answerRefusal(sent, { fault: result.reason });
    },
  });
}
