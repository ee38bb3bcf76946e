import { accountPaths } from '#i18n/account-paths';
import { askCodeAgain } from '#server/accounts/commands/ask-code';
import { readVisitor } from '#server/accounts/session';
import { seeOther } from '#server/forms/see-other';
import { readReturn } from '../../lead-on';
import { readLine } from '../../read-line';
import { takeForm } from '../../take-form';

/** Sends a new code to the address of an earlier request, whatever it was asked for. */
export function POST(request: Request, context: RouteContext<'/[locale]/sign-in/again'>): Promise<Response> {
  return takeForm(request, context, async ({ locale, values, now }) => {
    const to = readReturn(values);
    const earlier = readLine(values, 'request');
    const { network } = await readVisitor();
    const asked = await askCodeAgain({ earlier, locale, network, now });
    if (asked.ok) return seeOther(accountPaths.code(locale, { request: asked.request, to, done: 'again' }));
    if (asked.reason === 'too-many')
      return seeOther(accountPaths.code(locale, { request: earlier, to, problem: 'too-many' }));
    return seeOther(accountPaths.signIn(locale, { to }));
  });
}
