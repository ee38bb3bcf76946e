import { drawNewRecoveryCodes } from '#server/accounts/commands/set-up-second-factor';
import { takePersonsForm } from '../../../take-persons-form';
import { showCodesOnce } from '../../show-codes-once';

/** Draws new recovery codes in place of the old ones. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/account/recovery-codes/renew'>,
): Promise<Response> {
  return takePersonsForm(request, context, async ({ locale, now, person, refuse }) => {
    const codes = await drawNewRecoveryCodes(person.actor, now);
    if (!codes) return refuse();
    return showCodesOnce({ locale, accountId: person.actor.id, codes, to: undefined, now });
  });
}
