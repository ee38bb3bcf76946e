import { z } from 'zod';
import { problemsFragment } from '#components/form/error-summary';
import type { Actor } from '#domain/actor';
import { TextName } from '#domain/translation';
import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';
import { type FormValues, firstValue } from '#lib/form-values';
import { currentPerson } from '#server/accounts/session';
import { parkForm } from '#server/forms/commands';
import { openForm } from '#server/forms/form-door';
import { guardForm } from '#server/forms/guard-form';
import { returnForm } from '#server/forms/returned-page';
import { seeOther } from '#server/forms/see-other';
import { offerTranslation } from '#server/translations/commands/offer-translation';
import { saveTranslation } from '#server/translations/commands/save-translation';
import { nothingThere } from '../../../../../nothing-there';
import { asksForData, cleanValues, readSave, saveStatuses } from '../../../../../read-save';
import { readTexts, textLabels } from '../read-texts';

type Context = RouteContext<'/[locale]/translations/[id]/[language]/save'>;

/**
 * Saves a translation as it was typed, complete or not, and hands it in where its translator says so. Asked for data, as
 * the page's own script does, it answers with the version.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale: asked, id, language } = await params;
  const locale = requireLocale(asked);
  const labels = textLabels(locale);
  const opened = await openForm(request, { labels });
  if (!opened.ok) return opened.answer;
  const { values } = opened;
  const path = translationPaths.text(locale, encodeURIComponent(id), encodeURIComponent(language));
  return guardForm({ request, values, labels }, () =>
    save(request, { locale, path, values, which: { practiceId: id, language, now: new Date() } }),
  );
}

type Asked = {
  locale: Locale;
  which: { practiceId: string; language: string; now: Date };
  /** Of the page that the form is on. */
  path: string;
  values: FormValues;
};

async function save(request: Request, asked: Asked): Promise<Response> {
  const { which, path } = asked;
  const person = await currentPerson();
  if (!person) return signInFirst(request, asked);
  const { values, cleaned } = cleanValues(asked.values);
  const result = await saveTranslation({
    ...{ ...which, actor: person.actor, posted: readTexts(values) },
    ...readSave(values),
  });
  if (!result.ok) return refuse(request, result.reason, asked);
  const { version, changed, conflicts } = result;
  if (asksForData(request)) return Response.json({ version, changed, conflicts, cleaned, notes: {} });
  const said = new URLSearchParams({ saved: '1', ...(cleaned.length > 0 && { cleaned: cleaned.join(',') }) });
  if (conflicts.length > 0) return seeOther(`${path}?${said}#both`);
  if (firstValue(values, 'then') === 'offer') return offer(request, person.actor, { ...asked, values }, said);
  const part = TextName.safeParse(firstValue(values, 'part'));
  return seeOther(`${path}?${said}${part.success ? `#${part.data}` : ''}`);
}

/** What was typed waits for the sign-in, and comes back on its page. */
async function signInFirst(request: Request, { locale, path, values, which }: Asked): Promise<Response> {
  if (asksForData(request)) return new Response(null, { status: 401 });
  const form = await parkForm({ path, values, waitsFor: 'sign-in', now: which.now });
  return seeOther(accountPaths.signIn(locale, { to: `${path}?${new URLSearchParams({ form })}` }));
}

const sentences = {
  'not-found': 'returned.translationGone',
  'not-writable': 'returned.translationClosed',
  'too-long': 'submission.tooLong',
} as const;

/** Nothing was saved: the text comes back, with what to do. */
function refuse(request: Request, reason: keyof typeof saveStatuses, { locale, values }: Asked): Response {
  const status = saveStatuses[reason];
  if (asksForData(request)) return new Response(null, { status });
  return returnForm({
    ...{ locale, status, values, labels: textLabels(locale) },
    sentence: translatorOf(locale)(sentences[reason]),
    action: reason === 'too-long' ? new URL(request.url).pathname : null,
    nonce: request.headers.get('x-nonce'),
  });
}

// A form that does not say which original it showed has shown none.
const Seen = z.coerce.number().int().catch(0);

/** Hands in what was saved just now; its page says what became of it. */
async function offer(
  request: Request,
  actor: Actor,
  { locale, path, values, which }: Asked,
  said: URLSearchParams,
): Promise<Response> {
  const seen = Seen.parse(firstValue(values, 'seen'));
  const result = await offerTranslation({ ...which, actor, seen });
  if (result.ok) return seeOther(`${path}?${said}&done=offer`);
  if (result.reason === 'not-found') return nothingThere(locale, request);
  if (result.reason === 'incomplete') return seeOther(`${path}?${said}&check=1#${problemsFragment}`);
  return seeOther(`${path}?${said}&refused=${result.reason}${result.reason === 'conflict' ? '#both' : ''}`);
}
