import 'server-only';
import { directionOf, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { neverKept, wholeAnswer } from '#lib/cache-headers';
import type { FormValues } from '#lib/form-values';
import { type Html, html } from '#lib/html';
import { plainPage } from '#lib/plain-page';
import { storableText } from '#lib/storable';

/** Names of fields as their page shows them. With labels, a field that has none goes along unseen. */
export type FieldLabels = Readonly<Record<string, string>>;

type Returned = {
  locale: Locale;
  status: 400 | 403 | 404 | 413 | 415 | 503;
  /** What happened, and what to do. */
  sentence: string;
  /** Where the form is sent again; null where it would be refused again, so that the text is only shown. */
  action: string | null;
  values: FormValues;
  /** Of the content security policy, which proxy.ts puts into `x-nonce`. */
  nonce?: string | null;
  labels?: FieldLabels;
};

/**
 * A form that could not be taken, given back with everything that was typed, and a button that sends it again. Drawn
 * without the database, React or a script, so that a text outlives whatever has failed.
 */
export function returnForm({ locale, status, sentence, action, values, nonce, labels }: Returned): Response {
  const t = translatorOf(locale);
  const fields = [...values].flatMap(([name, typed]) =>
    typed.map((value, index) => drawField({ name, value, index, labels, isSent: action !== null })),
  );
  const title = values.size > 0 ? t('returned.title') : t('returned.titleWithoutText');
  const body = html`<h1>${title}</h1>
<p>${sentence}</p>
${
  action === null
    ? fields
    : html`<form method="post" action="${action}">
${fields}
<p><button>${t('returned.again')}</button></p>
</form>`
}`;
  const page = plainPage({
    language: locale,
    direction: directionOf(locale),
    nonce: nonce ?? null,
    title: `${title} – ${t('site.name')}`,
    body,
  });
  const headers = { ...neverKept, [wholeAnswer]: '1', 'Content-Type': 'text/html; charset=utf-8' };
  return new Response(page, {
    status,
    headers: status === 503 ? { ...headers, 'Retry-After': '30' } : headers,
  });
}

type Field = {
  name: string;
  value: string;
  index: number;
  labels: FieldLabels | undefined;
  /** Otherwise it is only shown. */
  isSent: boolean;
};

function drawField({ name, value, index, labels, isSent }: Field): Html {
  const { text } = storableText(value);
  const isLabelled = labels === undefined || Object.hasOwn(labels, name);
  if (!isLabelled) return isSent ? html`<input type="hidden" name="${name}" value="${text}">\n` : html``;
  const id = `${name}-${index}`;
  const attributes = html`id="${id}" name="${name}"${isSent ? '' : ' readonly'}`;
  // The line after <textarea> is no part of the text: without it a text that begins with an empty line would lose that.
  const control =
    text.length > 80 || text.includes('\n')
      ? html`<textarea ${attributes} rows="12">\n${text}</textarea>`
      : html`<input ${attributes} value="${text}">`;
  return html`<p><label for="${id}">${labels?.[name] ?? name}</label>${control}</p>\n`;
}
