import { groupsFor, MailWish } from '#domain/mail-wishes';
import { wishPaths } from '#i18n/wish-paths';
import { firstValue } from '#lib/form-values';
import { seeOther } from '#server/forms/see-other';
import { saveMailWishes } from '#server/mail/commands/save-wishes';
import { takePersonsForm } from '../../../take-persons-form';

/** Keeps how the person wants the mails they can live without; what a form does not say stays as it is. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/account/mails/save'>,
): Promise<Response> {
  return takePersonsForm(request, context, async ({ locale, values, now, person }) => {
    const { id: accountId, roles } = person.actor;
    const chosen = groupsFor(roles).flatMap((group) => {
      const wish = MailWish.safeParse(firstValue(values, group));
      return wish.success ? [[group, wish.data] as const] : [];
    });
    await saveMailWishes({ accountId, wishes: Object.fromEntries(chosen), now });
    return seeOther(wishPaths.chosen(locale));
  });
}
