import { z } from 'zod';
import { roles } from '#domain/actor';
import { mayManagePeople } from '#domain/permissions';
import { EmailAddress } from '#domain/sign-in';
import { accountPaths } from '#i18n/account-paths';
import { isLocale } from '#i18n/locales';
import { firstValue } from '#lib/form-values';
import { invite } from '#server/accounts/commands/invite';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';
import { takePersonsForm } from '../../take-persons-form';

const RoleChoice = z.enum(roles);

/** Sends an invitation. */
export function POST(request: Request, context: RouteContext<'/[locale]/people/invite'>): Promise<Response> {
  return takePersonsForm(request, context, async ({ locale, values, now, person, refuse }) => {
    // Before anything is said about what was typed; the command asks again.
    if (!mayManagePeople(person.actor)) return refuse();
    const email = EmailAddress.safeParse(firstValue(values, 'email'));
    const role = RoleChoice.safeParse(firstValue(values, 'role'));
    const language = firstValue(values, 'language');
    const back = async (errors: Record<string, string>) => {
      const form = await parkForm({ path: accountPaths.people(locale), values, errors, now });
      return seeOther(accountPaths.people(locale, { form }));
    };
    if (!email.success || !role.success)
      return back({
        ...(email.success ? {} : { email: 'email' }),
        ...(role.success ? {} : { role: 'role-empty' }),
      });
    const invited = await invite({
      actor: person.actor,
      email: email.data,
      role: role.data,
      cityIds: (values.get('cities') ?? []).filter((id) => /^[\w-]{1,100}$/.test(id)),
      locale: isLocale(language) ? language : locale,
      now,
    });
    if (invited.ok) return seeOther(accountPaths.people(locale, { done: 'invited' }));
    return invited.reason === 'too-many' ? back({ email: 'too-many' }) : refuse();
  });
}
