import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import type { FormValues } from '#lib/form-values';
import { openForm } from '#server/forms/form-door';
import { guardForm } from '#server/forms/guard-form';
import type { FieldLabels } from '#server/forms/returned-page';

/** Bytes that a form about accounts sends at most: its longest field is a name. */
const limit = 20_000;

type Sent = { locale: Locale; values: FormValues; now: Date };
type Context = { params: Promise<{ locale: string }> };

/** Opens a form about accounts and does what it asks for; what went wrong on the way is answered with its text. */
export async function takeForm(
  request: Request,
  { params }: Context,
  work: (sent: Sent) => Promise<Response>,
  labels: FieldLabels = {},
): Promise<Response> {
  const locale = requireLocale((await params).locale);
  const opened = await openForm(request, { limit, labels });
  if (!opened.ok) return opened.answer;
  const { values } = opened;
  return guardForm({ request, values, labels }, () => work({ locale, values, now: new Date() }));
}
