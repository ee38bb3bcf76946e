import type { FormValues } from '#lib/form-values';
import { countAttempt } from '#server/accounts/commands/count-attempt';
import { readVisitor } from '#server/accounts/session';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';

type Query = { to?: string | undefined; form?: string; problem?: string };
type Sent = {
  /** The address of the page with the form. */
  pathOf: (query?: Query) => string;
  values: FormValues;
  to: string | undefined;
  errors: Readonly<Record<string, string>>;
  now: Date;
};

/**
 * Back to a form that anybody may send, with what was typed and what is to be corrected. A network that sends very many is
 * told to wait instead: nothing of theirs is kept.
 */
export async function sendBack({ pathOf, values, to, errors, now }: Sent): Promise<Response> {
  const { network } = await readVisitor();
  if (!(await countAttempt('correctFromNetwork', network, now)))
    return seeOther(pathOf({ to, problem: 'too-many' }));
  return seeOther(pathOf({ to, form: await parkForm({ path: pathOf(), values, errors, now }) }));
}
