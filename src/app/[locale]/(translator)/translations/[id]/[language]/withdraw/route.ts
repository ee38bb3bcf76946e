import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { storableText } from '#lib/storable';
import { withdrawTranslation } from '#server/translations/commands/withdraw-translation';
import { answerAct, sendReasonBack, takeTranslation } from '../take-translation';

/** Takes the text of a language from readers, and says why. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/translations/[id]/[language]/withdraw'>,
) {
  return takeTranslation(request, context, {
    labels: (locale) => ({ because: translatorOf(locale)('translations.withdraw.label') }),
    work: async (sent) => {
      const because = storableText(firstValue(sent.values, 'because')).text;
      const result = await withdrawTranslation({ ...sent.asked, because });
      if (result.ok || result.reason === 'not-found' || result.reason === 'not-possible')
        return answerAct(sent, 'withdraw', result);
      return sendReasonBack(sent, result.reason);
    },
  });
}
