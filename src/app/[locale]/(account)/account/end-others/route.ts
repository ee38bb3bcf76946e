import { accountPaths } from '#i18n/account-paths';
import { endSessions } from '#server/accounts/commands/sessions';
import { seeOther } from '#server/forms/see-other';
import { takePersonsForm } from '../../take-persons-form';

/** Signs the person out everywhere but here. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/account/end-others'>,
): Promise<Response> {
  return takePersonsForm(request, context, async ({ locale, now, person }) => {
    await endSessions({ accountId: person.actor.id, allBut: person.sessionId, now });
    return seeOther(accountPaths.account(locale, { done: 'ended' }));
  });
}
