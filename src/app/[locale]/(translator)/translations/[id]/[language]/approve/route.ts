import { approveTranslation } from '#server/translations/commands/approve-translation';
import { answerAct, answerRefusal, readSeen, takeTranslation } from '../take-translation';

/** Makes a translation what readers see. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/translations/[id]/[language]/approve'>,
) {
  return takeTranslation(request, context, {
    work: async (sent) => {
      const seen = readSeen(sent.values);
      const result = await approveTranslation({ ...sent.asked, seen });
      if (!result.ok && result.reason === 'changed') return answerRefusal(sent, { refused: 'changed' });
      return answerAct(sent, 'approve', result);
    },
  });
}
