import { beginTranslation } from '#server/translations/commands/begin-translation';
import { answerAct, takeTranslation } from '../take-translation';

/** Begins a translation, takes a machine's draft up, or brings what readers see up to date. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/translations/[id]/[language]/begin'>,
) {
  return takeTranslation(request, context, {
    work: async (sent) => answerAct(sent, 'begin', await beginTranslation(sent.asked)),
  });
}
