import { readAccessRequest } from '#domain/access-request';
import { accountPaths } from '#i18n/account-paths';
import { askCode } from '#server/accounts/commands/ask-code';
import { readVisitor } from '#server/accounts/session';
import { readKnownChoices } from '#server/catalogue/queries/choices';
import { seeOther } from '#server/forms/see-other';
import { readReturn } from '../../lead-on';
import { readLine } from '../../read-line';
import { sendBack } from '../../send-back';
import { takeForm } from '../../take-form';

/**
 * Asks for access: sends a code, with which the account is made. So nobody is entered in someone else's name, and an
 * address that has an account already gets the same answer.
 */
export function POST(request: Request, context: RouteContext<'/[locale]/access/ask'>): Promise<Response> {
  return takeForm(request, context, async ({ locale, values, now }) => {
    const to = readReturn(values);
    const back = (errors: Record<string, string>) =>
      sendBack({ pathOf: (query) => accountPaths.access(locale, query), values, to, errors, now });
    const { cities } = await readKnownChoices(now);
    const read = (name: string) => readLine(values, name);
    const checked = readAccessRequest(
      {
        name: read('name'),
        email: read('email'),
        position: read('position'),
        city: read('city'),
        cityName: read('cityName'),
        country: read('country'),
      },
      (id) => cities.get(id),
    );
    if (!checked.ok) return back(checked.problems);
    const { email, request: access } = checked;
    const { network } = await readVisitor();
    const asked = await askCode({ email, locale, network, access, now });
    if (!asked.ok) return back({ email: asked.reason });
    return seeOther(accountPaths.code(locale, { request: asked.request, to }));
  });
}
