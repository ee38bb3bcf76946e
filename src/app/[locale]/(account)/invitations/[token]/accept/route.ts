import { personLimits } from '#domain/access-request';
import { accountPaths } from '#i18n/account-paths';
import { acceptInvitation } from '#server/accounts/commands/accept-invitation';
import { giveSession, readVisitor } from '#server/accounts/session';
import { seeOther } from '#server/forms/see-other';
import { pathAfterSignIn } from '../../../lead-on';
import { readLine } from '../../../read-line';
import { takeForm } from '../../../take-form';

/** Accepts an invitation and signs in. */
export async function POST(
  request: Request,
  context: RouteContext<'/[locale]/invitations/[token]/accept'>,
): Promise<Response> {
  const { token } = await context.params;
  return takeForm(request, context, async ({ locale, values, now }) => {
    const name = readLine(values, 'name').slice(0, personLimits.name);
    const { device } = await readVisitor();
    const accepted = await acceptInvitation({ token, name, locale, device, now });
    if (!accepted.ok) return seeOther(accountPaths.invitation(locale, token));
    await giveSession(accepted.session);
    return seeOther(pathAfterSignIn(locale, accepted, undefined));
  });
}
