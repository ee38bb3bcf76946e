import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import type { FormValues } from '#lib/form-values';
import { currentPerson, type Person } from '#server/accounts/session';
import { seeOther } from '#server/forms/see-other';
import { nothingThere } from '../nothing-there';
import { takeForm } from './take-form';

type Sent = {
  locale: Locale;
  values: FormValues;
  now: Date;
  person: Person;
  /** Answers who may not do something, and what is not there: the same for both. */
  refuse: () => Response;
};

/** Takes a form of someone who is signed in; anyone else is led to the sign-in, and then to their account. */
export function takePersonsForm(
  request: Request,
  context: { params: Promise<{ locale: string }> },
  work: (sent: Sent) => Promise<Response>,
): Promise<Response> {
  return takeForm(request, context, async (sent) => {
    const { locale } = sent;
    const person = await currentPerson();
    if (!person) return seeOther(accountPaths.signIn(locale, { to: accountPaths.account(locale) }));
    return work({ ...sent, person, refuse: () => nothingThere(locale, request) });
  });
}
