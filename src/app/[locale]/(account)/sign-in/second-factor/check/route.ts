import { accountPaths } from '#i18n/account-paths';
import { firstValue } from '#lib/form-values';
import { giveSecondFactor } from '#server/accounts/commands/second-factor';
import { giveSession, knownPerson } from '#server/accounts/session';
import { seeOther } from '#server/forms/see-other';
import { readReturn } from '../../../lead-on';
import { takeForm } from '../../../take-form';

/** Takes a code of the second factor, or a recovery code. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/sign-in/second-factor/check'>,
): Promise<Response> {
  return takeForm(request, context, async ({ locale, values, now }) => {
    const to = readReturn(values);
    const person = await knownPerson();
    if (!person) return seeOther(accountPaths.signIn(locale, { to }));
    const { actor, sessionId } = person;
    const typed = firstValue(values, 'code');
    const given = await giveSecondFactor({ accountId: actor.id, sessionId, typed, now });
    if (!given.ok) return seeOther(accountPaths.secondFactor(locale, { to, problem: given.reason }));
    await giveSession(given.session);
    return seeOther(to ?? accountPaths.start(locale, actor.roles));
  });
}
