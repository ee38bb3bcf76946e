import 'server-only';
import { defaultLocale, isLocale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { makeQueue } from '#lib/queue';
import { isFromThisSite } from '#lib/same-origin';
import { openForm } from '#server/forms/form-door';
import { returnForm } from '#server/forms/returned-page';
import { siteUrl } from '#server/platform/env';
import { type ReceivedForm, receiveUpload } from '#server/submissions/files/receive-upload';

type Opened =
  | { ok: true; form: ReceivedForm }
  /** `answer`: what to say instead; null where the form did not arrive whole. */
  | { ok: false; answer: Response | null };

/**
 * The way in for a form with files, which `proxy.ts` never sees: it would hold all of it in memory. So where the form
 * comes from is asked here. Without files it is a form like any other.
 */
export async function openUpload(request: Request, folder: string | null): Promise<Opened> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    const opened = await openForm(request);
    return opened.ok ? { ok: true, form: { values: opened.values, files: [] } } : opened;
  }
  if (!isFromThisSite(request.headers, siteUrl())) return { ok: false, answer: refuseForeign(request) };
  const form =
    folder === null ? await receiveUpload(request, { folder }) : await receiveInTurn(request, folder);
  return form ? { ok: true, form } : { ok: false, answer: null };
}

/** So many uploads are written to the disk at a time; others wait, and nothing is read of them meanwhile. */
const enqueue = makeQueue({ running: 8, waiting: 40 });

async function receiveInTurn(request: Request, folder: string): Promise<ReceivedForm | null> {
  const received = await enqueue(() => receiveUpload(request, { folder }));
  return received.ok ? received.value : null;
}

function refuseForeign({ url }: Request): Response {
  const first = new URL(url).pathname.split('/')[1] ?? '';
  const locale = isLocale(first) ? first : defaultLocale;
  const sentence = translatorOf(locale)('returned.foreign');
  return returnForm({ locale, status: 403, sentence, action: null, values: new Map() });
}
