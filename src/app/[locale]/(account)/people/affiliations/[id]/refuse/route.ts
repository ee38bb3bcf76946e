import { mayManagePeople } from '#domain/permissions';
import { accountPaths } from '#i18n/account-paths';
import { decideAffiliation } from '#server/accounts/commands/affiliations';
import { seeOther } from '#server/forms/see-other';
import { isId } from '../../../../read-line';
import { takePersonsForm } from '../../../../take-persons-form';

/** Refuses to confirm that someone works for a city. */
export async function POST(
  request: Request,
  context: RouteContext<'/[locale]/people/affiliations/[id]/refuse'>,
): Promise<Response> {
  const { id } = await context.params;
  return takePersonsForm(request, context, async ({ locale, now, person, refuse }) => {
    const isDone = isId(id) && (await decideAffiliation({ actor: person.actor, id, confirmed: false, now }));
    if (isDone) return seeOther(accountPaths.people(locale, { done: 'refused' }));
    // Decided by someone else meanwhile: the page shows it.
    return mayManagePeople(person.actor) ? seeOther(accountPaths.people(locale)) : refuse();
  });
}
