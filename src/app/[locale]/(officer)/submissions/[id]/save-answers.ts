import type { WrittenStep } from '#domain/submission-steps';
import type { Locale } from '#i18n/locales';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import { yearsUnderstood } from '#i18n/years-understood';
import type { FormValues } from '#lib/form-values';
import { returnForm } from '#server/forms/returned-page';
import type { SaveResult } from '#server/submissions/commands/save-draft';
import type { Draft } from '#server/submissions/queries/draft';
import { asksForData, saveStatuses } from '../../../read-save';
import { stepLabels } from './step-labels';
import { answerLabels } from './typed-answers';

type Saved = Extract<SaveResult, { ok: true }>;

/** What a script is told: the version it goes on from, and sentences that stand beside fields. */
export function answerNotes(
  { version, changed, conflicts }: Saved,
  draft: Draft | null,
  { cleaned, locale }: { cleaned: readonly string[]; locale: Locale },
): Response {
  const notes = draft ? { years: yearsUnderstood(draft.fields.years, locale) } : {};
  return Response.json({ version, changed, conflicts, cleaned, notes });
}

type Sent = { locale: Locale; id: string; step: WrittenStep; values: FormValues };

const sentences = {
  'not-found': 'submission.goneMeanwhile',
  'not-writable': 'submission.sentMeanwhile',
  'too-long': 'submission.tooLong',
} as const;

/** Nothing was saved: the text comes back, with what to do. */
export function refuse(request: Request, reason: keyof typeof saveStatuses, sent: Sent): Response {
  const { locale, id, step, values } = sent;
  const status = saveStatuses[reason];
  if (asksForData(request)) return new Response(null, { status });
  return returnForm({
    ...{ locale, status, values, labels: { ...stepLabels(step, locale), ...answerLabels(values, locale) } },
    sentence: translatorOf(locale)(sentences[reason]),
    action: reason === 'too-long' ? submissionPaths.save(locale, id, step) : null,
    nonce: request.headers.get('x-nonce'),
  });
}
