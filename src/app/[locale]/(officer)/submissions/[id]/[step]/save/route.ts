import { problemsFragment } from '#components/form/error-summary';
import { checkFields } from '#domain/submission-check';
import { stepNames } from '#domain/submission-fields';
import { isWrittenStep, type WrittenStep } from '#domain/submission-steps';
import { readPosted } from '#domain/submission-values';
import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { submissionPaths } from '#i18n/submission-paths';
import { type FormValues, firstValue } from '#lib/form-values';
import { currentPerson } from '#server/accounts/session';
import { readKnownChoices } from '#server/catalogue/queries/choices';
import { parkForm } from '#server/forms/commands';
import { openForm } from '#server/forms/form-door';
import { guardForm } from '#server/forms/guard-form';
import { seeOther } from '#server/forms/see-other';
import { saveDraft } from '#server/submissions/commands/save-draft';
import { readDraft } from '#server/submissions/queries/draft';
import { asksForData, cleanValues, readSave } from '../../../../../read-save';
import { answerNotes, refuse } from '../../save-answers';
import { stepLabels } from '../../step-labels';
import { asValues, readTyped } from '../../typed-answers';

type Context = RouteContext<'/[locale]/submissions/[id]/[step]/save'>;

/** Saves a step as it was typed, valid or not. Asked for data, as the page's own script does, it answers with the version. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale: asked, id, step } = await params;
  const locale = requireLocale(asked);
  if (!isWrittenStep(step)) return new Response(null, { status: 404 });
  const labels = stepLabels(step, locale);
  const opened = await openForm(request, { labels });
  if (!opened.ok) return opened.answer;
  const { values } = opened;
  return guardForm({ request, values, labels }, () => save(request, { locale, id, step, values }));
}

type Asked = { locale: Locale; id: string; step: WrittenStep; values: FormValues };

async function save(request: Request, asked: Asked): Promise<Response> {
  const { locale, id, step } = asked;
  const now = new Date();
  const person = await currentPerson();
  if (!person) return signInFirst(request, asked, now);
  const { values, cleaned } = cleanValues(asked.values);
  const removed = withoutRemoved(values);
  const result = await saveDraft({
    ...{ actor: person.actor, id, now },
    ...readSave(removed),
    posted: readPosted(removed, step),
  });
  if (!result.ok) return refuse(request, result.reason, asked);
  const draft = await readDraft({ actor: person.actor, id });
  if (asksForData(request)) return answerNotes(result, draft, { cleaned, locale });
  const conflict = result.conflicts.length > 0;
  const unsent = await keepAnswers(asked, now);
  return seeOther(unsent ?? (await nextAddress(asked, { cleaned, conflict, now }, draft?.fields ?? null)));
}

/** An answer to an editor that was typed and not sent comes back first; null where there is none. */
async function keepAnswers({ locale, id, step, values }: Asked, now: Date): Promise<string | null> {
  const typed = readTyped(values);
  const [first] = typed.keys();
  if (first === undefined) return null;
  const path = submissionPaths.step(locale, id, step);
  const form = await parkForm({ path, values: asValues(typed), now });
  return `${path}?${new URLSearchParams({ saved: step, form })}#answer-${first}`;
}

/** What was typed waits for the sign-in, and comes back on the page of its step. */
async function signInFirst(
  request: Request,
  { locale, id, step, values }: Asked,
  now: Date,
): Promise<Response> {
  if (asksForData(request)) return new Response(null, { status: 401 });
  const path = submissionPaths.step(locale, id, step);
  const form = await parkForm({ path, values, waitsFor: 'sign-in', now });
  return seeOther(accountPaths.signIn(locale, { to: `${path}?${new URLSearchParams({ form })}` }));
}

/** A button beside a choice takes it away: "cities:cork". */
function withoutRemoved(values: FormValues): FormValues {
  const [name = '', id = ''] = firstValue(values, 'remove').split(':');
  const chosen = values.get(name);
  if (!id || !chosen) return values;
  return new Map([...values, [name, chosen.filter((value) => value !== id)]]);
}

type Done = { cleaned: readonly string[]; conflict: boolean; now: Date };

/** On to the next step; or back to this one, where something is to be seen first. */
async function nextAddress(
  { locale, id, step, values }: Asked,
  { cleaned, conflict, now }: Done,
  fields: Parameters<typeof checkFields>[0] | null,
): Promise<string> {
  const then = firstValue(values, 'remove') ? 'stay' : firstValue(values, 'then');
  const said = { saved: step, ...(cleaned.length > 0 ? { cleaned: cleaned.join(',') } : {}) };
  const here = (more = {}) =>
    `${submissionPaths.step(locale, id, step)}?${new URLSearchParams({ ...said, ...more })}`;
  if (conflict) return `${here()}#both`;
  if (then === 'preview') return submissionPaths.preview(locale, id);
  if (then !== 'next') return firstValue(values, 'remove') || isAdding(values) ? `${here()}#cities` : here();
  const known = await readKnownChoices(now);
  const isDone = !fields || checkFields(fields, { step, known, forSending: true }).length === 0;
  if (!isDone) return `${here({ check: '1' })}#${problemsFragment}`;
  if (cleaned.length > 0) return here();
  const next = stepNames[stepNames.indexOf(step) + 1] ?? step;
  return `${submissionPaths.step(locale, id, next)}?${new URLSearchParams(said)}`;
}

function isAdding(values: FormValues): boolean {
  return firstValue(values, 'add') !== '';
}
