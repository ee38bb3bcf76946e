import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import type { FormValues } from '#lib/form-values';
import { currentPerson, type Person } from '#server/accounts/session';
import type { FieldLabels } from '#server/forms/returned-page';
import { seeOther } from '#server/forms/see-other';
import { nothingThere } from '../nothing-there';
import { takeForm } from './take-form';

type Sent = {
  locale: Locale;
  values: FormValues;
  read: (name: string) => string;
  person: Person;
  now: Date;
  /** Answers who may not do something, and what is not there: the same for both. */
  refuse: () => Response;
};

type Take = {
  /** Where its button is: who is not signed in any more comes back there. */
  pageOf: (locale: Locale, read: (name: string) => string) => string;
  labelsIn?: (locale: Locale) => FieldLabels;
  work: (sent: Sent) => Promise<Response>;
};

/** Takes a form of someone who is signed in; anyone else is led to the sign-in, and back to its page. */
export function takePersonsForm(
  request: Request,
  context: { params: Promise<{ locale: string }> },
  { pageOf, labelsIn, work }: Take,
): Promise<Response> {
  return takeForm(
    request,
    context,
    async (sent) => {
      const { locale, read } = sent;
      const person = await currentPerson();
      if (!person) return seeOther(accountPaths.signIn(locale, { to: pageOf(locale, read) }));
      return work({ ...sent, person, refuse: () => nothingThere(locale, request) });
    },
    labelsIn,
  );
}
