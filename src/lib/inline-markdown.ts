/** A piece of a line with one form throughout. */
export type Inline = { text: string; bold: boolean; italic: boolean; href: string };

/** Pieces of a line as Markdown: emphasis and links, and whatever would be taken for a mark as it was written. */
export function inlineMarkdown(pieces: readonly Inline[]): string {
  return joinAlike(pieces)
    .map(drawPiece)
    .join('')
    .replace(/^(#{1,6}\s|>|~~~|\|)/, '\\$1');
}

/** What Word cuts into many runs is one piece again. */
function joinAlike(pieces: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const piece of pieces) {
    const last = joined[joined.length - 1];
    const isAlike =
      last && last.bold === piece.bold && last.italic === piece.italic && last.href === piece.href;
    // What is only a space has no form of its own.
    const isSpace =
      last && piece.text.trim() === '' && !piece.text.includes('\n') && last.href === piece.href;
    if (last && (isAlike || isSpace)) last.text += piece.text;
    else if (piece.text !== '') joined.push({ ...piece });
  }
  return joined;
}

function drawPiece({ text, bold, italic, href }: Inline): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === '') return text.replace(/\n/g, '\\\n');
  const marks = `${bold ? '**' : ''}${italic ? '*' : ''}`;
  const marked = `${marks}${drawLink(words, href)}${[...marks].reverse().join('')}`;
  return `${before}${marked}${after}`.replace(/\n/g, '\\\n');
}

function drawLink(words: string, href: string): string {
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return escapeMarks(words);
  const address = href.replace(/[\s()<>\\]/g, (mark) => encodeURIComponent(mark).replace(/[()]/g, hexOf));
  if (words === href || words === href.replace(/^mailto:/i, '')) return words;
  return `[${escapeMarks(words)}](${address})`;
}

function hexOf(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Word by word: an address keeps its signs. */
function escapeMarks(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (/:\/\/|^www\./i.test(word) ? word : escapeWord(word)))
    .join('');
}

function escapeWord(word: string): string {
  return word
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^\\\*$/, '*');
}
