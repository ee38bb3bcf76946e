import { accountPaths } from '#i18n/account-paths';
import { beginSecondFactor } from '#server/accounts/commands/set-up-second-factor';
import { seeOther } from '#server/forms/see-other';
import { readReturn } from '../../../lead-on';
import { takePersonsForm } from '../../../take-persons-form';

/** Draws a secret for the app. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/account/second-factor/begin'>,
): Promise<Response> {
  return takePersonsForm(request, context, async ({ locale, values, person }) => {
    await beginSecondFactor(person.actor.id);
    return seeOther(accountPaths.setUpSecondFactor(locale, { to: readReturn(values) }));
  });
}
