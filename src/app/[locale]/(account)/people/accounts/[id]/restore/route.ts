import { maySuspend } from '#domain/permissions';
import { accountPaths } from '#i18n/account-paths';
import { setSuspended } from '#server/accounts/commands/suspend';
import { seeOther } from '#server/forms/see-other';
import { isId } from '../../../../read-line';
import { takePersonsForm } from '../../../../take-persons-form';

/** Lets an account act again. */
export async function POST(
  request: Request,
  context: RouteContext<'/[locale]/people/accounts/[id]/restore'>,
): Promise<Response> {
  const { id } = await context.params;
  return takePersonsForm(request, context, async ({ locale, now, person, refuse }) => {
    const isDone = isId(id) && (await setSuspended(person.actor, { accountId: id, suspended: false, now }));
    if (isDone) return seeOther(accountPaths.people(locale, { done: 'restored' }));
    // Decided by someone else meanwhile: the page shows it.
    return maySuspend(person.actor, id) ? seeOther(accountPaths.people(locale)) : refuse();
  });
}
