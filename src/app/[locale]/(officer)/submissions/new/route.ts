import { accountPaths } from '#i18n/account-paths';
import { requireLocale } from '#i18n/require-locale';
import { submissionPaths } from '#i18n/submission-paths';
import { currentPerson } from '#server/accounts/session';
import { openForm } from '#server/forms/form-door';
import { guardForm } from '#server/forms/guard-form';
import { seeOther } from '#server/forms/see-other';
import { createDraft } from '#server/submissions/commands/create-draft';

/** Begins an example and leads to its first step. */
export async function POST(request: Request, { params }: RouteContext<'/[locale]/submissions/new'>) {
  const locale = requireLocale((await params).locale);
  const opened = await openForm(request, { limit: 10_000, labels: {} });
  if (!opened.ok) return opened.answer;
  return guardForm({ request, values: opened.values, labels: {} }, async () => {
    const person = await currentPerson();
    if (!person) return seeOther(accountPaths.signIn(locale, { to: submissionPaths.mine(locale) }));
    const { actor, name, email } = person;
    const created = await createDraft({ actor, name, email, now: new Date() });
    if (!created.ok) return new Response(null, { status: 403 });
    return seeOther(submissionPaths.step(locale, created.id, 'place'));
  });
}
