import 'server-only';
import { directionOf, type Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { type Translate, translatorOf } from '#i18n/translator';
import { html } from '#lib/html';
import { storableText } from '#lib/storable';
import { siteUrl } from '#server/platform/env';

/** A paragraph, one that somebody typed in whatever language, a code to be typed, or a link to a page of the site. */
type LetterPart = string | { typed: string } | { code: string } | { label: string; path: string };

/** What a mail says. `why` tells the person why they get it. */
export type Letter = { subject: string; parts: readonly LetterPart[]; why: string };

/** What a kind of mail is written with. */
export type Writing = { t: Translate; locale: Locale };

/** A mail as it is sent: text first, and the same as HTML without images, styles or anything that is loaded. */
export type Mail = { subject: string; text: string; html: string };

/**
 * Sets a letter as text and as HTML, with the site's name and address at its end. `unsubscribe`: the path that ends mails
 * of its kind, where people can live without them.
 */
export function setLetter({ subject, parts, why }: Letter, locale: Locale, unsubscribe?: string): Mail {
  const site = translatorOf(locale)('site.name');
  const home = `${siteUrl()}${listingPath(locale)}`;
  const title = oneLine(subject);
  const stop = unsubscribe && { label: translatorOf(locale)('wishes.stop'), path: unsubscribe };
  const end = [site, home, why, ...(stop ? [setText(stop)] : [])].join('\n');
  const text = [...parts.map(setText), `-- \n${end}`].join('\n\n');
  const page = html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
${parts.map(setHtml)}<hr>
<p><a href="${home}">${site}</a><br>${why}</p>
${stop ? setHtml(stop) : ''}</body>
</html>
`;
  return { subject: title, text: `${storableText(text).text}\n`, html: storableText(String(page)).text };
}

function setText(part: LetterPart): string {
  if (typeof part === 'string') return part;
  if ('typed' in part) return part.typed;
  return 'code' in part ? `    ${part.code}` : `${part.label}:\n${siteUrl()}${part.path}`;
}

function setHtml(part: LetterPart) {
  if (typeof part === 'string') return html`<p>${part}</p>\n`;
  if ('typed' in part) return html`<p dir="auto">${breakLines(part.typed)}</p>\n`;
  return 'code' in part
    ? html`<p><strong>${part.code}</strong></p>\n`
    : html`<p><a href="${siteUrl()}${part.path}">${part.label}</a></p>\n`;
}

/** What people wrote may have lines of its own. */
function breakLines(paragraph: string) {
  return paragraph.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
}

/** A title that someone typed may stand in a subject: a line break would begin another header. */
function oneLine(subject: string): string {
  return storableText(subject).text.replace(/\s+/g, ' ').trim();
}
