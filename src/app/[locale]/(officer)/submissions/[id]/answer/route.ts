import { problemsFragment } from '#components/form/error-summary';
import { isWrittenStep, writtenSteps } from '#domain/submission-steps';
import { readPosted } from '#domain/submission-values';
import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { sendingPaths } from '#i18n/sending-paths';
import { submissionPaths } from '#i18n/submission-paths';
import { talkField, talkFragment } from '#i18n/talk-paths';
import { talkProblem } from '#i18n/talk-text';
import type { FormValues } from '#lib/form-values';
import { currentPerson, type Person } from '#server/accounts/session';
import { parkForm } from '#server/forms/commands';
import { openForm } from '#server/forms/form-door';
import { guardForm } from '#server/forms/guard-form';
import { seeOther } from '#server/forms/see-other';
import { saveDraft } from '#server/submissions/commands/save-draft';
import { cleanValues, readSave } from '../../../../read-save';
import { nothingThere } from '../../../../take-form';
import { refuse } from '../save-answers';
import { stepLabels } from '../step-labels';
import { answerLabels, asValues, readTyped, type TypedAnswers } from '../typed-answers';
import { doPress } from './do-press';
import { type Press, readPress } from './read-press';

type Asked = { locale: Locale; id: string; press: Press; values: FormValues; now: Date };

/**
 * Does what its writers want about something an editor wrote. Whatever else stood in the form is kept: the step is saved
 * first, and answers that were typed elsewhere come back.
 */
export async function POST(request: Request, { params }: RouteContext<'/[locale]/submissions/[id]/answer'>) {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  const labels = allLabels(locale);
  const opened = await openForm(request, { labels });
  if (!opened.ok) return opened.answer;
  const { values } = cleanValues(opened.values);
  return guardForm({ request, values, labels: { ...labels, ...answerLabels(values, locale) } }, async () => {
    const press = readPress(values);
    if (!press) return new Response(null, { status: 400 });
    const now = new Date();
    const person = await currentPerson();
    const all = { locale, id, press, values, now };
    return person ? answer(request, person, all) : signInFirst(all);
  });
}

async function answer(request: Request, { actor }: Person, asked: Asked): Promise<Response> {
  const { locale, id, press, values, now } = asked;
  const step = isWrittenStep(press.at) && values.has('base') ? press.at : null;
  const saved =
    step && (await saveDraft({ actor, id, now, ...readSave(values), posted: readPosted(values, step) }));
  if (step && saved && !saved.ok) return refuse(request, saved.reason, { locale, id, step, values });
  const texts = new Map(readTyped(values));
  const done = await doPress({ actor, id, now, press, text: texts.get(press.thread) ?? '' });
  const path = pageOf(asked);
  // So that the browser forgets what it kept of this step.
  const said: Query = step ? { saved: step } : {};
  if (done.ok) {
    texts.delete(press.thread);
    const isConflict = done.conflict || (saved?.ok && saved.conflicts.length > 0);
    const fragment = isConflict ? 'both' : talkFragment(press.thread);
    return seeOther(`${await withTyped({ path, texts, now, said })}#${fragment}`);
  }
  if (done.reason === 'not-found') return nothingThere();
  if (done.reason === 'not-possible')
    return seeOther(
      await withTyped({ path: sendingPaths.sent(locale, id), texts, now, said: { late: '1' } }),
    );
  const errors = { [talkField.answer(press.thread)]: talkProblem(done.reason, locale) };
  return seeOther(`${await withTyped({ path, texts, now, said, errors })}#${problemsFragment}`);
}

type Query = Record<string, string>;
type Typed = {
  path: string;
  texts: TypedAnswers['texts'];
  errors?: Record<string, string>;
  said: Query;
  now: Date;
};

/** The address of a page that shows what was typed and not sent. */
async function withTyped({ path, texts, errors, said, now }: Typed): Promise<string> {
  const isBack = texts.size > 0 || errors !== undefined;
  const form: Query = isBack ? { form: await parkForm({ path, values: asValues(texts), errors, now }) } : {};
  const query = new URLSearchParams({ ...said, ...form }).toString();
  return query ? `${path}?${query}` : path;
}

function pageOf({ locale, id, press }: Asked): string {
  return press.at === 'sent' ? sendingPaths.sent(locale, id) : submissionPaths.step(locale, id, press.at);
}

function allLabels(locale: Locale): Record<string, string> {
  return Object.assign({}, ...writtenSteps.map((step) => stepLabels(step, locale)));
}

/** What was typed waits for the sign-in, and comes back on its page. */
async function signInFirst(asked: Asked): Promise<Response> {
  const { locale, values, now } = asked;
  const path = pageOf({ ...asked, id: encodeURIComponent(asked.id) });
  const form = await parkForm({ path, values, waitsFor: 'sign-in', now });
  return seeOther(accountPaths.signIn(locale, { to: `${path}?${new URLSearchParams({ form })}` }));
}
