import { EmailAddress } from '#domain/sign-in';
import { accountPaths } from '#i18n/account-paths';
import { firstValue } from '#lib/form-values';
import { askCode } from '#server/accounts/commands/ask-code';
import { readVisitor } from '#server/accounts/session';
import { seeOther } from '#server/forms/see-other';
import { readReturn } from '../../lead-on';
import { sendBack } from '../../send-back';
import { takeForm } from '../../take-form';

/** Sends a code to an address. What is answered does not depend on whether it has an account. */
export function POST(request: Request, context: RouteContext<'/[locale]/sign-in/ask'>): Promise<Response> {
  return takeForm(request, context, async ({ locale, values, now }) => {
    const to = readReturn(values);
    const back = (problem: string) =>
      sendBack({
        pathOf: (query) => accountPaths.signIn(locale, query),
        ...{ values, to, now },
        errors: { email: problem },
      });
    const email = EmailAddress.safeParse(firstValue(values, 'email'));
    if (!email.success) return back('email');
    const { network } = await readVisitor();
    const asked = await askCode({ email: email.data, locale, network, now });
    if (!asked.ok) return back(asked.reason);
    return seeOther(accountPaths.code(locale, { request: asked.request, to }));
  });
}
