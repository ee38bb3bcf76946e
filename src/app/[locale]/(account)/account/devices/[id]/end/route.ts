import { accountPaths } from '#i18n/account-paths';
import { endSessions } from '#server/accounts/commands/sessions';
import { seeOther } from '#server/forms/see-other';
import { isId } from '../../../../read-line';
import { takePersonsForm } from '../../../../take-persons-form';

/** Signs the person out on one device. */
export async function POST(
  request: Request,
  context: RouteContext<'/[locale]/account/devices/[id]/end'>,
): Promise<Response> {
  const { id } = await context.params;
  return takePersonsForm(request, context, async ({ locale, now, person, refuse }) => {
    const ended = isId(id) ? await endSessions({ accountId: person.actor.id, only: id, now }) : 0;
    return ended === 0 ? refuse() : seeOther(accountPaths.account(locale, { done: 'ended' }));
  });
}
