import { personLimits } from '#domain/access-request';
import { accountPaths } from '#i18n/account-paths';
import { isLocale } from '#i18n/locales';
import { firstValue } from '#lib/form-values';
import { saveProfile } from '#server/accounts/commands/profile';
import { seeOther } from '#server/forms/see-other';
import { readLine } from '../../read-line';
import { takePersonsForm } from '../../take-persons-form';

/** Keeps the person's name and the language of their mails. */
export function POST(request: Request, context: RouteContext<'/[locale]/account/save'>): Promise<Response> {
  return takePersonsForm(request, context, async ({ locale, values, now, person }) => {
    const name = readLine(values, 'name');
    const language = firstValue(values, 'language');
    const problem = name === '' ? 'name-empty' : name.length > personLimits.name ? 'name-long' : undefined;
    if (problem) return seeOther(accountPaths.account(locale, { problem }));
    const accountId = person.actor.id;
    await saveProfile({ accountId, name, locale: isLocale(language) ? language : person.locale, now });
    return seeOther(accountPaths.account(locale, { done: 'saved' }));
  });
}
