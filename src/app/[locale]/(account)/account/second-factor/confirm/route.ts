import { accountPaths } from '#i18n/account-paths';
import { firstValue } from '#lib/form-values';
import { confirmSecondFactor } from '#server/accounts/commands/set-up-second-factor';
import { giveSession } from '#server/accounts/session';
import { seeOther } from '#server/forms/see-other';
import { readReturn } from '../../../lead-on';
import { takePersonsForm } from '../../../take-persons-form';
import { showCodesOnce } from '../../show-codes-once';

/** Takes the first code from the app, and shows the recovery codes. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/account/second-factor/confirm'>,
): Promise<Response> {
  return takePersonsForm(request, context, async ({ locale, values, now, person }) => {
    const to = readReturn(values);
    const { actor, sessionId } = person;
    const typed = firstValue(values, 'code');
    const confirmed = await confirmSecondFactor({ accountId: actor.id, sessionId, typed, now });
    if (!confirmed.ok)
      return seeOther(accountPaths.setUpSecondFactor(locale, { to, problem: confirmed.reason }));
    await giveSession(confirmed.session);
    return showCodesOnce({ locale, accountId: actor.id, codes: confirmed.codes, to, now });
  });
}
