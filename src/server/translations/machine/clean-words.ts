import 'server-only';
import { storableText } from '#lib/storable';

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' },
};

const tag = /<!--[\s\S]*?-->|<[/!?]?[a-z][^<>]*>/gi;
/** Addresses of the web and of mail in a text: readers' pages make links of them, however they are escaped. */
export const address = /(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?'"»”’)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/**
 * Words of an answer as plain text in one line: without tags and characters that no text holds, and without addresses.
 * None was sent among words, so whatever stands there is not the text's.
 */
export function cleanWords(answer: string): string {
  const text = answer.replace(tag, '').replace(address, ' ');
  return storableText(text).text.replace(/[ \t\n]+/g, ' ');
}

/** Text as it stands between tags. */
export function escapeWords(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The other way; what is no entity that text between tags needs stays as it is. */
export function unescapeWords(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
