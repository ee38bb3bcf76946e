/** Characters that are not seen and change how others are read: controls, directions, fillers. */
const unseen = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/gu;

/**
 * A file's name as it may be shown and stored: the last part of a path, without what is not seen, short. Never used as
 * the name of anything that is kept. Empty when nothing of it can be shown.
 */
export function shownFileName(name: string, limit = 120): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const seen = last.replace(unseen, '').replace(/\s+/g, ' ').trim().normalize('NFC');
  return shorten(/^\.*$/.test(seen) ? '' : seen, limit);
}

/** Cut in the middle, so that beginning and ending both stay; never inside a character. */
function shorten(name: string, limit: number): string {
  if (name.length <= limit) return name;
  const characters = [...name];
  const end = characters.slice(-10).join('').slice(-20);
  let start = '';
  for (const character of characters) {
    if (start.length + character.length + end.length + 1 > limit) break;
    start += character;
  }
  return `${start}…${end.toWellFormed().replace(/^\ufffd/, '')}`;
}

/** `Content-Disposition` for a name in any script (RFC 6266), with one of plain letters for old programs. */
export function contentDisposition(type: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]+/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${type}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
