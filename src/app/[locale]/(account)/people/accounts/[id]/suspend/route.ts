import { maySuspend } from '#domain/permissions';
import { accountPaths } from '#i18n/account-paths';
import { setSuspended } from '#server/accounts/commands/suspend';
import { seeOther } from '#server/forms/see-other';
import { isId } from '../../../../read-line';
import { takePersonsForm } from '../../../../take-persons-form';

/** Keeps an account from doing anything. */
export async function POST(
  request: Request,
  context: RouteContext<'/[locale]/people/accounts/[id]/suspend'>,
): Promise<Response> {
  const { id } = await context.params;
  return takePersonsForm(request, context, async ({ locale, now, person, refuse }) => {
    const isDone = isId(id) && (await setSuspended(person.actor, { accountId: id, suspended: true, now }));
    if (isDone) return seeOther(accountPaths.people(locale, { done: 'suspended' }));
    // Decided by someone else meanwhile: the page shows it.
    return maySuspend(person.actor, id) ? seeOther(accountPaths.people(locale)) : refuse();
  });
}
