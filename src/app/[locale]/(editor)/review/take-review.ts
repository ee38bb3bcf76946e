import { mayReview } from '#domain/permissions';
import type { Locale } from '#i18n/locales';
import type { ReviewAct } from '#i18n/review-done';
import { reviewPaths } from '#i18n/review-paths';
import type { FormValues } from '#lib/form-values';
import type { Person } from '#server/accounts/session';
import { parkForm } from '#server/forms/commands';
import type { FieldLabels } from '#server/forms/returned-page';
import { seeOther } from '#server/forms/see-other';
import { nothingThere, takeForm } from '../../take-form';

/** Bytes that such a form sends at most: a mail in any script, five notes. */
const limit = 200_000;

type Sent = { locale: Locale; id: string; values: FormValues; person: Person; now: Date };
type Context = { params: Promise<{ locale: string; id: string }> };

type Take = {
  /** Where its button is. */
  pageOf?: (locale: Locale, id: string) => string;
  labels?: (locale: Locale) => FieldLabels;
  work: (sent: Sent) => Promise<Response>;
};

/** Takes a form about a submission from an editor; for everyone else there is nothing here. */
export function takeReview(request: Request, context: Context, take: Take): Promise<Response> {
  return takeForm(request, context, {
    ...{ pageOf: reviewPaths.submission, limit, ...take, ...(take.labels && { keepsWords: true }) },
    work: async (sent) => (mayReview(sent.person.actor) ? take.work(sent) : nothingThere()),
  });
}

/** What a command answers where it did nothing for no fault of the form. */
type Refused = { ok: false; reason: 'not-found' | 'not-possible' };

/** Back to the review page, which says what was done; or that it was not possible any more. */
export function answerAct(
  { locale, id }: Pick<Sent, 'locale' | 'id'>,
  act: ReviewAct,
  result: { ok: true } | Refused,
): Response {
  if (!result.ok && result.reason === 'not-found') return nothingThere();
  return seeOther(`${reviewPaths.submission(locale, id)}?done=${result.ok ? act : 'late'}`);
}

/** Back to the page a form came from, with all that was typed and what is to be corrected. */
export async function sendBackTo(
  path: string,
  { values, now }: Pick<Sent, 'values' | 'now'>,
  errors: Readonly<Record<string, string>>,
): Promise<Response> {
  const token = await parkForm({ path, values, errors, now });
  return seeOther(`${path}?form=${token}#problems`);
}
