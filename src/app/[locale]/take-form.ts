import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { neverKept } from '#lib/cache-headers';
import type { FormValues } from '#lib/form-values';
import { currentPerson, type Person } from '#server/accounts/session';
import { parkForm } from '#server/forms/commands';
import { openForm } from '#server/forms/form-door';
import { guardForm } from '#server/forms/guard-form';
import type { FieldLabels } from '#server/forms/returned-page';
import { seeOther } from '#server/forms/see-other';

/** Bytes that such a form sends at most, where nothing is said: its longest field is an address. */
const usualLimit = 20_000;

type Sent = { locale: Locale; id: string; values: FormValues; person: Person; now: Date };

type Take = {
  /** Where its button is: who is not signed in any more comes back there. */
  pageOf: (locale: Locale, id: string) => string;
  labels?: (locale: Locale) => FieldLabels;
  /** Bytes that it sends at most. */
  limit?: number;
  /** It holds words: they wait for the sign-in, and that page shows them again when it is given `form`. */
  keepsWords?: true;
  work: (sent: Sent) => Promise<Response>;
};

/** Takes a small form about one example from whoever is signed in, and does what it asks for. */
export async function takeForm(
  request: Request,
  { params }: { params: Promise<{ locale: string; id: string }> },
  { pageOf, labels, limit = usualLimit, keepsWords, work }: Take,
): Promise<Response> {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  const shown = labels?.(locale) ?? {};
  const opened = await openForm(request, { limit, labels: shown });
  if (!opened.ok) return opened.answer;
  const { values } = opened;
  return guardForm({ request, values, labels: shown }, async () => {
    const person = await currentPerson();
    const now = new Date();
    if (person) return work({ locale, id, values, person, now });
    const path = pageOf(locale, encodeURIComponent(id));
    const form = keepsWords && (await parkForm({ path, values, waitsFor: 'sign-in', now }));
    return seeOther(
      accountPaths.signIn(locale, { to: form ? `${path}?${new URLSearchParams({ form })}` : path }),
    );
  });
}

/** The answer where there is no such example for this person. */
export function nothingThere(): Response {
  return new Response(null, { status: 404, headers: neverKept });
}
