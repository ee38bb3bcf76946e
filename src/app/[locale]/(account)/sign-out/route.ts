import { accountPaths } from '#i18n/account-paths';
import { dropSession } from '#server/accounts/session';
import { seeOther } from '#server/forms/see-other';
import { takeForm } from '../take-form';

/** Ends the session of this browser. */
export function POST(request: Request, context: RouteContext<'/[locale]/sign-out'>): Promise<Response> {
  return takeForm(request, context, async ({ locale }) => {
    await dropSession();
    return seeOther(accountPaths.signIn(locale, { done: 'signed-out' }));
  });
}
