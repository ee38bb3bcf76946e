import { confirmationPaths } from '#i18n/confirmation-paths';
import { confirmPractice } from '#server/confirmations/commands/confirm-practice';
import { seeOther } from '#server/forms/see-other';
import { takeForm } from '../../../take-form';

/** Confirms by the link in a mail that an example is still as it says. The page then says so, or what is wrong with the link. */
export async function POST(
  request: Request,
  context: RouteContext<'/[locale]/confirmations/[token]/confirm'>,
): Promise<Response> {
  const { token } = await context.params;
  return takeForm(request, context, async ({ locale, now }) => {
    await confirmPractice({ token, now });
    return seeOther(confirmationPaths.page(locale, token));
  });
}
