import { z } from 'zod';
import type { Locale } from '#i18n/locales';
import { translationPaths } from '#i18n/translation-paths';
import { type FormValues, firstValue } from '#lib/form-values';
import type { Person } from '#server/accounts/session';
import { parkForm } from '#server/forms/commands';
import type { FieldLabels } from '#server/forms/returned-page';
import { seeOther } from '#server/forms/see-other';
import type { Asked, Refused } from '#server/translations/commands/with-standing';
import { nothingThere, takeForm } from '../../../../take-form';
import type { Act } from './outcome-text';

/** Bytes that such a form sends at most: a reason in any script. */
const limit = 100_000;

type Context = { params: Promise<{ locale: string; id: string; language: string }> };
type Sent = { locale: Locale; values: FormValues; person: Person; asked: Asked };
type Take = {
  /** It holds words, under these names. */
  labels?: (locale: Locale) => FieldLabels;
  work: (sent: Sent) => Promise<Response>;
};

/** Takes a form about one language of a practice from whoever is signed in. */
export async function takeTranslation(
  request: Request,
  context: Context,
  { labels, work }: Take,
): Promise<Response> {
  const { language } = await context.params;
  return takeForm(request, context, {
    ...{ limit, ...(labels && { labels, keepsWords: true }) },
    pageOf: (locale, id) => translationPaths.text(locale, id, encodeURIComponent(language)),
    work: ({ locale, id, values, person, now }) =>
      work({ locale, values, person, asked: { actor: person.actor, practiceId: id, language, now } }),
  });
}

const Seen = z.coerce.number().int().min(0).max(2_000_000_000).catch(0);

/** The version that the page showed; a form that does not say it has shown none. */
export function readSeen(values: FormValues): number {
  return Seen.parse(firstValue(values, 'seen'));
}

/** Back to the page, which says what was done; or that it was not possible any more. */
export function answerAct({ locale, asked }: Sent, act: Act, result: { ok: true } | Refused): Response {
  if (!result.ok && result.reason === 'not-found') return nothingThere();
  return seeOther(`${pathOf(locale, asked)}?done=${result.ok ? act : 'late'}`);
}

/** Back to the page, which says why nothing was done. */
export function answerRefusal({ locale, asked }: Sent, said: Readonly<Record<string, string>>): Response {
  return seeOther(`${pathOf(locale, asked)}?${new URLSearchParams(said)}`);
}

/** Back to the page with the reason that was typed, and what is to be corrected about it. */
export async function sendReasonBack({ locale, values, asked }: Sent, problem: string): Promise<Response> {
  const path = pathOf(locale, asked);
  const form = await parkForm({ path, values, errors: { because: problem }, now: asked.now });
  return seeOther(`${path}?${new URLSearchParams({ form })}#problems`);
}

function pathOf(locale: Locale, { practiceId, language }: Asked): string {
  return translationPaths.text(locale, practiceId, language);
}
