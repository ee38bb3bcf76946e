import { accountPaths } from '#i18n/account-paths';
import { removeSecondFactor } from '#server/accounts/commands/set-up-second-factor';
import { seeOther } from '#server/forms/see-other';
import { takePersonsForm } from '../../../take-persons-form';

/** Takes the second factor away: for a new telephone. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/account/second-factor/remove'>,
): Promise<Response> {
  return takePersonsForm(request, context, async ({ locale, now, person, refuse }) =>
    (await removeSecondFactor(person.actor, now))
      ? seeOther(accountPaths.setUpSecondFactor(locale))
      : refuse(),
  );
}
