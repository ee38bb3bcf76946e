import { z } from 'zod';
import { fieldNames } from '#domain/submission-fields';
import { writtenSteps } from '#domain/submission-steps';
import { accountPaths } from '#i18n/account-paths';
import { requireLocale } from '#i18n/require-locale';
import { submissionPaths } from '#i18n/submission-paths';
import { firstValue } from '#lib/form-values';
import { currentPerson } from '#server/accounts/session';
import { openForm } from '#server/forms/form-door';
import { guardForm } from '#server/forms/guard-form';
import { seeOther } from '#server/forms/see-other';
import { settleConflict } from '#server/submissions/commands/settle-conflict';
import { TextChoice } from '../../../../read-save';

const Choice = TextChoice.extend({ field: z.enum(fieldNames), step: z.enum(writtenSteps) });

/** A person chooses between two texts for one field, and goes on at that field. */
export async function POST(request: Request, { params }: RouteContext<'/[locale]/submissions/[id]/settle'>) {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  const opened = await openForm(request, { limit: 10_000, labels: {} });
  if (!opened.ok) return opened.answer;
  const { values } = opened;
  return guardForm({ request, values, labels: {} }, async () => {
    const chosen = Choice.safeParse(
      Object.fromEntries(Object.keys(Choice.shape).map((name) => [name, firstValue(values, name)])),
    );
    if (!chosen.success) return new Response(null, { status: 400 });
    const { step, ...choice } = chosen.data;
    const path = submissionPaths.step(locale, id, step);
    const person = await currentPerson();
    if (!person) return seeOther(accountPaths.signIn(locale, { to: path }));
    const settled = await settleConflict({ actor: person.actor, id, ...choice, now: new Date() });
    if (settled.ok) return seeOther(`${path}#${choice.field}`);
    if (settled.reason === 'changed-again') return seeOther(`${path}?changed=1#both`);
    return new Response(null, { status: settled.reason === 'not-found' ? 404 : 403 });
  });
}
