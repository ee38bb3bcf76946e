import 'server-only';
import { defaultLocale, isLocale, type Locale } from '#i18n/locales';
import { type Translate, translatorOf } from '#i18n/translator';
import type { FormValues } from '#lib/form-values';
import { isFromThisSite } from '#lib/same-origin';
import { mostFields, parseForm, readFormType } from '#server/forms/parse-form';
import { readBody } from '#server/forms/read-body';
import { type FieldLabels, returnForm } from '#server/forms/returned-page';
import { siteUrl } from '#server/platform/env';

type Options = {
  /** Bytes of a form that are taken. */
  limit?: number;
  /** For a form that is given back: what its fields are called. */
  labels?: FieldLabels;
};

/** A form of up to so many times the limit is still read, in order to give its text back. */
const readInOrderToReturn = 4;

/**
 * The one way in for a form: what it sent, as it was typed, or the answer to give instead. A route handler gets neither
 * a check of who sent a request nor a limit of its length from Next; both are made here.
 */
export async function openForm(
  request: Request,
  { limit = 1_500_000, labels }: Options = {},
): Promise<{ ok: true; values: FormValues } | { ok: false; answer: Response }> {
  const refuse = refusalsOf(request, labels);
  const isOurs = isFromThisSite(request.headers, siteUrl());
  // Nothing that another site wrote is shown as if it were of this one.
  if (!isOurs && isFromAnotherPage(request.headers)) return refuse(403, 'returned.foreign');
  const form = readFormType(request.headers.get('content-type'));
  if (!form || isEncoded(request.headers)) return refuse(415, 'returned.unreadable');
  const bytes = await readBody(request, limit * readInOrderToReturn);
  if (!bytes) return refuse(413, 'returned.farTooLong');
  const values = await parseForm(bytes, form);
  if (!values) return refuse(400, 'returned.unreadable');
  if (!isOurs) return refuse(403, 'returned.foreign', values);
  if (bytes.byteLength > limit) return refuse(413, 'returned.tooLong', values, pathOf(request));
  return { ok: true, values };
}

type Sentence = Extract<Parameters<Translate>[0], `returned.${string}`>;

/** Makes the answers to one request, in the language of its address. */
function refusalsOf(request: Request, labels: FieldLabels | undefined) {
  const first = pathOf(request).split('/')[1] ?? '';
  const locale: Locale = isLocale(first) ? first : defaultLocale;
  const nonce = request.headers.get('x-nonce');
  return (
    status: 400 | 403 | 413 | 415,
    sentence: Sentence,
    values: FormValues = new Map(),
    action: string | null = null,
  ) => {
    const text = translatorOf(locale)(sentence, { most: mostFields });
    const answer = returnForm({ locale, status, sentence: text, action, values, nonce, labels });
    return { ok: false as const, answer };
  };
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}

function isFromAnotherPage(headers: Headers): boolean {
  return ['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? '');
}

/** A small body may be made into a very long text: no browser encodes a form. */
function isEncoded(headers: Headers): boolean {
  return (headers.get('content-encoding') ?? 'identity').trim().toLowerCase() !== 'identity';
}
