import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import type { FormValues } from '#lib/form-values';
import { currentPerson, type Person } from '#server/accounts/session';
import { seeOther } from '#server/forms/see-other';
import { takeForm } from './take-form';

type Sent = { locale: Locale; values: FormValues; now: Date; person: Person };

/** Takes a form of someone who is signed in; anyone else is led to the sign-in, and then to their account. */
export function takePersonsForm(
  request: Request,
  context: { params: Promise<{ locale: string }> },
  work: (sent: Sent) => Promise<Response>,
): Promise<Response> {
  return takeForm(request, context, async (sent) => {
    const person = await currentPerson();
    if (person) return work({ ...sent, person });
    return seeOther(accountPaths.signIn(sent.locale, { to: accountPaths.account(sent.locale) }));
  });
}

/** The answer to who may not do something, or for what is not there: the same for both. */
export function nothingThere(): Response {
  return new Response(null, { status: 404 });
}
