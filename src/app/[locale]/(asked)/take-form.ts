import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { type FormValues, firstValue } from '#lib/form-values';
import { storableText } from '#lib/storable';
import { openForm } from '#server/forms/form-door';
import { guardForm } from '#server/forms/guard-form';
import type { FieldLabels } from '#server/forms/returned-page';

/** Bytes that such a form sends at most: its longest text has 5,000 characters, each of which may be sent as nine. */
const limit = 60_000;

type Sent = { locale: Locale; values: FormValues; read: (name: string) => string; now: Date };

/** Opens a form that may come from somebody without an account; what went wrong on the way is answered with its text. */
export async function takeForm(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
  work: (sent: Sent) => Promise<Response>,
  labelsIn: (locale: Locale) => FieldLabels = () => ({}),
): Promise<Response> {
  const locale = requireLocale((await params).locale);
  const labels = labelsIn(locale);
  const opened = await openForm(request, { limit, labels });
  if (!opened.ok) return opened.answer;
  const { values } = opened;
  const read = (name: string) => storableText(firstValue(values, name)).text;
  return guardForm({ request, values, labels }, () => work({ locale, values, read, now: new Date() }));
}
