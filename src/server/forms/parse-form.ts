import 'server-only';
import { type FormValues, groupValues } from '#lib/form-values';

/** How many fields a form may send: several times what the longest one has. */
export const mostFields = 2_000;

type FormType = { type: 'urlencoded' } | { type: 'multipart'; header: string };

/** The two ways in which a browser sends a form; null for anything else. Our pages are in UTF-8, so forms are too. */
export function readFormType(contentType: string | null): FormType | null {
  const header = contentType ?? '';
  if (/^application\/x-www-form-urlencoded *(?:; *charset *= *"?utf-8"? *)?$/i.test(header))
    return { type: 'urlencoded' };
  if (/^multipart\/form-data *;.*\bboundary=/i.test(header)) return { type: 'multipart', header };
  return null;
}

/**
 * What a form sent. Null when it cannot be read, holds a file or more fields than a form has. Fields are counted before
 * they are taken apart, since a field of one letter takes many times its size in memory.
 */
export async function parseForm(bytes: Uint8Array<ArrayBuffer>, form: FormType): Promise<FormValues | null> {
  if (form.type === 'urlencoded') {
    const text = new TextDecoder().decode(bytes);
    return countUpTo(text, '&') ? groupValues(new URLSearchParams(text)) : null;
  }
  // Each part begins with this header; in Latin-1 each byte is one character.
  if (!countUpTo(new TextDecoder('latin1').decode(bytes), 'content-disposition')) return null;
  try {
    const sent = await new Response(bytes, { headers: { 'Content-Type': form.header } }).formData();
    const pairs = [...sent].filter(([, value]) => typeof value === 'string' || value.size > 0);
    if (pairs.some(([, value]) => typeof value !== 'string')) return null;
    return groupValues(pairs.map(([name, value]) => [name, String(value)]));
  } catch {
    return null;
  }
}

/** Whether a text holds a mark at most as often as a form has fields. */
function countUpTo(text: string, mark: string): boolean {
  const searched = mark.length > 1 ? text.toLowerCase() : text;
  const sought = mark.toLowerCase();
  let count = 0;
  for (let at = searched.indexOf(sought); at >= 0; at = searched.indexOf(sought, at + 1)) {
    count += 1;
    if (count > mostFields) return false;
  }
  return true;
}
