import { z } from 'zod';
import { sendingPaths } from '#i18n/sending-paths';
import { translatorOf } from '#i18n/translator';
import { isEmailAddress } from '#lib/addresses';
import { firstValue } from '#lib/form-values';
import { storableText } from '#lib/storable';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';
import { shareSubmission } from '#server/submissions/commands/share-submission';
import { nothingThere, takeForm } from '../../../../../take-form';

const Email = z
  .string()
  .transform((text) => storableText(text).text.trim().toLowerCase())
  .refine((text) => text.length <= 254 && isEmailAddress(text));

/** Lets a colleague write in an example. The answer is the same whether the address has an account or not. */
export function POST(request: Request, context: RouteContext<'/[locale]/submissions/[id]/share/add'>) {
  return takeForm(request, context, {
    pageOf: (locale, id) => sendingPaths.share(locale, id),
    labels: (locale) => ({ email: translatorOf(locale)('sending.share.email') }),
    work: async ({ locale, id, person, values, now }) => {
      const path = sendingPaths.share(locale, id);
      const email = Email.safeParse(firstValue(values, 'email'));
      if (!email.success) {
        const token = await parkForm({ path, values, errors: { email: 'email' }, now });
        return seeOther(`${path}?form=${token}#problems`);
      }
      const by = person.name || person.email;
      const result = await shareSubmission({ actor: person.actor, id, email: email.data, by, now });
      if (result.ok) return seeOther(`${path}?done=1`);
      return result.reason === 'not-found' ? nothingThere() : seeOther(sendingPaths.sent(locale, id, 'late'));
    },
  });
}
