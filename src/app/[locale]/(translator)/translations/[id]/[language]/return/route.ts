import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { storableText } from '#lib/storable';
import { returnTranslation } from '#server/translations/commands/return-translation';
import { answerAct, sendReasonBack, takeTranslation } from '../take-translation';

/** Gives a translation back, with what is to be changed. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/translations/[id]/[language]/return'>,
) {
  return takeTranslation(request, context, {
    labels: (locale) => ({ because: translatorOf(locale)('translations.decide.returnLabel') }),
    work: async (sent) => {
      const because = storableText(firstValue(sent.values, 'because')).text;
      const result = await returnTranslation({ ...sent.asked, because });
      if (result.ok || result.reason === 'not-found' || result.reason === 'not-possible')
        return answerAct(sent, 'return', result);
      return sendReasonBack(sent, result.reason);
    },
  });
}
