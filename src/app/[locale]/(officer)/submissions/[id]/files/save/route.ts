import { problemsFragment } from '#components/form/error-summary';
import type { Actor } from '#domain/actor';
import { readFileVerb } from '#domain/posted-files';
import { checkFiles } from '#domain/submission-files';
import { textLanguages } from '#domain/text-languages';
import { accountPaths } from '#i18n/account-paths';
import { fieldLabel, refusalText } from '#i18n/file-text';
import { isLocale, type Locale } from '#i18n/locales';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import { neverKept } from '#lib/cache-headers';
import { type FormValues, firstValue } from '#lib/form-values';
import { formPolicy } from '#lib/security-headers';
import { currentPerson, type Person } from '#server/accounts/session';
import { parkForm } from '#server/forms/commands';
import { guardForm } from '#server/forms/guard-form';
import { seeOther } from '#server/forms/see-other';
import { describeFiles } from '#server/submissions/commands/describe-files';
import { addFiles } from '#server/submissions/files/add-files';
import { openUpload } from '#server/submissions/files/open-upload';
import type { ReceivedForm } from '#server/submissions/files/receive-upload';
import { withWorkFolder } from '#server/submissions/files/work-folder';
import { listFiles } from '#server/submissions/queries/files';

type Asked = { locale: Locale; id: string; now: Date };

/** Saves what was typed about the files, takes new ones, and moves or removes one where that was asked for. */
export async function POST(
  request: Request,
  context: RouteContext<'/[locale]/submissions/[id]/files/save'>,
): Promise<Response> {
  const { locale, id } = await context.params;
  if (!isLocale(locale)) return missing();
  const asked = { locale, id, now: new Date() };
  const response = await withWorkFolder(asked.now, (folder) => answer(request, asked, folder));
  // The proxy, which gives other answers their policy, does not see this one.
  response.headers.set('Content-Security-Policy', formPolicy);
  return response;
}

async function answer(request: Request, asked: Asked, folder: string): Promise<Response> {
  const reading = await readPerson();
  // Without a person nothing is written to the disk; the text is read all the same.
  const opened = await openUpload(request, reading.person ? folder : null);
  if (!opened.ok && opened.answer) return opened.answer;
  const form: ReceivedForm = opened.ok ? opened.form : { values: new Map(), files: [] };
  const labels = labelsOf(form.values, asked.locale);
  return guardForm({ request, values: form.values, labels }, async () => {
    if ('error' in reading) throw reading.error;
    if (!reading.person) return leadToSignIn(form.values, asked);
    return save(reading.person, { ...asked, form, isWhole: opened.ok });
  });
}

/** A database that is away must not keep the form from being read. */
async function readPerson(): Promise<{ person: Person | null; error?: unknown }> {
  try {
    return { person: await currentPerson() };
  } catch (error) {
    return { person: null, error };
  }
}

type Save = Asked & { form: ReceivedForm; isWhole: boolean };

async function save({ actor }: Person, { locale, id, now, form, isWhole }: Save): Promise<Response> {
  const { values, files } = form;
  const then = firstValue(values, 'then');
  const described = await describeFiles({ actor, id, values, verb: readFileVerb(then), now });
  if (!described.ok)
    return described.reason === 'not-found' ? missing() : seeOther(submissionPaths.step(locale, id, 'files'));
  const added = await addFiles({ actor, id, files, now });
  const sentences = added.flatMap((file) => (file.ok ? [] : [refusalText(file, locale)]));
  if (!isWhole) sentences.push(translatorOf(locale)('files.unfinished'));
  const path = submissionPaths.step(locale, id, 'files');
  if (sentences.length === 0 && described.conflicts.size === 0)
    return seeOther(
      then === 'next' ? await nextAddress(actor, { locale, id }) : `${path}${fragment(then, added)}`,
    );
  const errors = {
    ...Object.fromEntries(described.conflicts),
    ...(sentences.length > 0 && { files: sentences.join('\n') }),
  };
  const token = await parkForm({ path, values: onlyNamed(values, described.conflicts), errors, now });
  return seeOther(`${path}?${new URLSearchParams({ form: token })}#${problemsFragment}`);
}

/** On to the next step; or back to this one, where something is still to be said about a file. */
async function nextAddress(actor: Actor, { locale, id }: Omit<Asked, 'now'>): Promise<string> {
  const files = await listFiles({ actor, id });
  const problems = checkFiles(files ?? [], { forSending: true, languages: new Set(textLanguages) });
  if (problems.length === 0) return submissionPaths.step(locale, id, 'send');
  return `${submissionPaths.step(locale, id, 'files')}?check=1#${problemsFragment}`;
}

/** Where on the page to go on: at the file that was moved, or at the first new one. */
function fragment(then: string, added: readonly { ok: boolean; fileId?: string }[]): string {
  const verb = readFileVerb(then);
  if (verb && verb.verb !== 'remove') return `#file-${verb.fileId}`;
  const first = added.find(({ fileId }) => fileId !== undefined)?.fileId;
  return first ? `#file-${first}` : verb ? '#file-list' : '';
}

async function leadToSignIn(values: FormValues, { locale, id, now }: Asked): Promise<Response> {
  const path = submissionPaths.step(locale, id, 'files');
  const token = await parkForm({ path, values, waitsFor: 'sign-in', now });
  return seeOther(accountPaths.signIn(locale, { to: `${path}?form=${token}` }));
}

function onlyNamed(values: FormValues, names: ReadonlyMap<string, string>): FormValues {
  return new Map([...values].filter(([name]) => names.has(name)));
}

/** For a form that is given back: what is a text has a label, the rest goes along unseen. */
function labelsOf(values: FormValues, locale: Locale): Record<string, string> {
  const texts = [...values.keys()].filter((name) => /^(?:alt|credit|title)-/.test(name));
  return Object.fromEntries(texts.map((name) => [name, fieldLabel(name.split('-')[0] ?? '', locale)]));
}

function missing(): Response {
  return new Response(null, { status: 404, headers: neverKept });
}
