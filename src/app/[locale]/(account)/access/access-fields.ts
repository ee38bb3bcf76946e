import { accountProblemText } from '#i18n/account-problem';
import type { Locale } from '#i18n/locales';

/** The fields of the form in their order. */
const fields = ['name', 'email', 'city', 'cityName', 'country', 'position'] as const;

/** What is to be corrected, in the order of the fields. */
export function listAccessProblems(locale: Locale, errors: Readonly<Record<string, string | undefined>>) {
  return fields.flatMap((name) => {
    const text = accountProblemText(locale, errors[name]);
    return text === undefined ? [] : [{ name, text }];
  });
}
