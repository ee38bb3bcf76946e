import { problemsFragment } from '#components/form/error-summary';
import { importTemplate } from '#domain/submission-import';
import { accountPaths } from '#i18n/account-paths';
import { isLocale, type Locale } from '#i18n/locales';
import { templatePaths } from '#i18n/template-paths';
import { neverKept } from '#lib/cache-headers';
import { shownFileName } from '#lib/file-name';
import { formPolicy } from '#lib/security-headers';
import { currentPerson, type Person } from '#server/accounts/session';
import { parkForm } from '#server/forms/commands';
import { guardForm } from '#server/forms/guard-form';
import { seeOther } from '#server/forms/see-other';
import { importDraft } from '#server/submissions/commands/import-draft';
import { openUpload } from '#server/submissions/files/open-upload';
import { readFilled } from '#server/submissions/files/read-filled';
import type { ReceivedFile } from '#server/submissions/files/receive-upload';
import { withWorkFolder } from '#server/submissions/files/work-folder';
import { type ImportProblem, importProblemText } from '../import-problem';
import { readVocabulary } from '../read-vocabulary';

type Context = RouteContext<'/[locale]/submissions/import/read'>;

/** Makes a draft of a filled template and leads to what became of it. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const { locale } = await context.params;
  if (!isLocale(locale)) return new Response(null, { status: 404, headers: neverKept });
  const now = new Date();
  const response = await guardForm({ request, values: new Map() }, async () => {
    const person = await currentPerson();
    if (!person) return seeOther(accountPaths.signIn(locale, { to: templatePaths.import(locale) }));
    return withWorkFolder(now, (folder) => read(request, { person, locale, now, folder }));
  });
  // The proxy, which gives other answers their policy, does not see this one.
  response.headers.set('Content-Security-Policy', formPolicy);
  return response;
}

type Read = { person: Person; locale: Locale; now: Date };

async function read(request: Request, { folder, ...reading }: Read & { folder: string }): Promise<Response> {
  const opened = await openUpload(request, folder);
  if (!opened.ok) return opened.answer ?? refuse(reading, 'unfinished');
  const [file] = opened.form.files;
  return file ? makeDraft(file, reading) : refuse(reading, 'none');
}

async function makeDraft(file: ReceivedFile, reading: Read): Promise<Response> {
  const { person, locale, now } = reading;
  const name = shownFileName(file.name);
  const filled = await readFilled(file);
  if (!filled.ok) return refuse(reading, filled.reason, name);
  const imported = importTemplate(filled.blocks, await readVocabulary(now));
  if (imported.values.size === 0) return refuse(reading, 'nothing', name);
  const { actor, email } = person;
  const made = await importDraft({ actor, name: person.name, email, digest: file.digest, imported, now });
  if (made.ok) return seeOther(templatePaths.imported(locale, made.id));
  return made.reason === 'too-long'
    ? refuse(reading, 'too-long', name)
    : new Response(null, { status: 403, headers: neverKept });
}

async function refuse({ locale, now }: Read, problem: ImportProblem, name = ''): Promise<Response> {
  const path = templatePaths.import(locale);
  const errors = { file: importProblemText(locale, problem, name) };
  const form = await parkForm({ path, values: new Map(), errors, now });
  return seeOther(`${path}?${new URLSearchParams({ form })}#${problemsFragment}`);
}
