import { accountPaths } from '#i18n/account-paths';
import { firstValue } from '#lib/form-values';
import { checkCode } from '#server/accounts/commands/check-code';
import { giveSession, readVisitor } from '#server/accounts/session';
import { seeOther } from '#server/forms/see-other';
import { pathAfterSignIn, readReturn } from '../../lead-on';
import { readLine } from '../../read-line';
import { takeForm } from '../../take-form';

/** Signs in with a code. */
export function POST(request: Request, context: RouteContext<'/[locale]/sign-in/check'>): Promise<Response> {
  return takeForm(request, context, async ({ locale, values, now }) => {
    const to = readReturn(values);
    const asked = readLine(values, 'request');
    const typed = firstValue(values, 'code');
    const checked = await checkCode({ request: asked, typed, locale, ...(await readVisitor()), now });
    if (!checked.ok)
      return seeOther(accountPaths.code(locale, { request: asked, to, problem: checked.reason }));
    await giveSession(checked.session);
    return seeOther(pathAfterSignIn(locale, checked, to));
  });
}
