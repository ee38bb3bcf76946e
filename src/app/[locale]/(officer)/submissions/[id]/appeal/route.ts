import { problemsFragment } from '#components/form/error-summary';
import { decisionLimits } from '#domain/decision';
import { sendingPaths } from '#i18n/sending-paths';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { storableText } from '#lib/storable';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';
import { appealDecision } from '#server/submissions/commands/appeal';
import { nothingThere, takeForm } from '../../../../take-form';

/** Asks for another look at what was declined, with words for the editors. */
export function POST(request: Request, context: RouteContext<'/[locale]/submissions/[id]/appeal'>) {
  return takeForm(request, context, {
    ...{ limit: 100_000, keepsWords: true },
    pageOf: (locale, id) => sendingPaths.sent(locale, id),
    labels: (locale) => ({ words: translatorOf(locale)('talk.appeal.words') }),
    async work({ locale, id, values, person: { actor }, now }) {
      const t = translatorOf(locale);
      const path = sendingPaths.sent(locale, id);
      const words = storableText(firstValue(values, 'words')).text;
      const isTooLong = words.trim().length > decisionLimits.words;
      // Without words, it is asked whether the person may at all.
      const result = await appealDecision({ actor, id, words: isTooLong ? '' : words, now });
      if (result.ok) return seeOther(path);
      if (result.reason === 'not-found') return nothingThere();
      if (result.reason === 'not-possible') return seeOther(sendingPaths.sent(locale, id, 'late'));
      const error = isTooLong
        ? t('talk.problem.tooLong', { limit: decisionLimits.words })
        : t('talk.appeal.missing');
      const form = await parkForm({ path, values, errors: { words: error }, now });
      return seeOther(`${path}?${new URLSearchParams({ form })}#${problemsFragment}`);
    },
  });
}
