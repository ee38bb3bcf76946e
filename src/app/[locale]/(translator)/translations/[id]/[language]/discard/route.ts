import { discardMachineDraft } from '#server/translations/commands/keep-machine-draft';
import { answerAct, takeTranslation } from '../take-translation';

/** Throws a machine's draft away. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/translations/[id]/[language]/discard'>,
) {
  return takeTranslation(request, context, {
    work: async (sent) => answerAct(sent, 'discard', await discardMachineDraft(sent.asked)),
  });
}
