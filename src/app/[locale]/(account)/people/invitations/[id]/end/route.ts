import { mayManagePeople } from '#domain/permissions';
import { accountPaths } from '#i18n/account-paths';
import { endInvitation } from '#server/accounts/commands/invite';
import { seeOther } from '#server/forms/see-other';
import { isId } from '../../../../read-line';
import { takePersonsForm } from '../../../../take-persons-form';

/** Takes an invitation back. */
export async function POST(
  request: Request,
  context: RouteContext<'/[locale]/people/invitations/[id]/end'>,
): Promise<Response> {
  const { id } = await context.params;
  return takePersonsForm(request, context, async ({ locale, now, person, refuse }) => {
    const isDone = isId(id) && (await endInvitation(person.actor, id, now));
    if (isDone) return seeOther(accountPaths.people(locale, { done: 'withdrawn' }));
    // Decided by someone else meanwhile: the page shows it.
    return mayManagePeople(person.actor) ? seeOther(accountPaths.people(locale)) : refuse();
  });
}
