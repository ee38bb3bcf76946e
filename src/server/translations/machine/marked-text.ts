import 'server-only';
import { cleanWords, escapeWords, unescapeWords } from '#server/translations/machine/clean-words';
import type { Kept, Mark, Piece } from '#server/translations/machine/piece';

type Numbered = { piece: Kept | Mark; parent: number };
/** A passage as HTML, and what its tags stand for: the place in the list is the id of the tag. */
export type MarkedText = { text: string; marks: readonly Numbered[] };

const outside = -1;

/**
 * Writes pieces as HTML with numbered tags. Where a link leads and what a mark is are not in it: a machine can only
 * move what is in a tag, not change it.
 */
export function writeMarked(pieces: readonly Piece[]): MarkedText {
  const marks: Numbered[] = [];
  const write = (piece: Piece, parent: number): string => {
    if (piece.kind === 'words') return escapeWords(piece.text);
    const id = marks.push({ piece, parent }) - 1;
    if (piece.kind === 'kept') return `<span id="${id}" translate="no">${escapeWords(piece.label)}</span>`;
    return `<span id="${id}">${piece.pieces.map((inner) => write(inner, id)).join('')}</span>`;
  };
  return { text: pieces.map((piece) => write(piece, outside)).join(''), marks };
}

/**
 * Reads the answer to a marked text: the same marks around new words. null when a mark is missing, stands there twice,
 * stands inside another than before, or has lost its words. What was not sent as a tag is no tag.
 */
export function readMarked(answer: string, marks: readonly Numbered[]): Piece[] | null {
  const pieces: Piece[] = [];
  const open = [{ id: outside, pieces }];
  const seen = new Set<number>();
  for (const token of answer.split(/(<\/?span\b[^<>]*>)/i)) {
    const here = open.at(-1);
    if (!here) return null;
    const tag = /^<(\/?)span\b(?:[^<>]*\bid\s*=\s*["']?(\d+))?/i.exec(token);
    if (!tag) here.pieces.push({ kind: 'words', text: cleanWords(unescapeWords(cleanWords(token))) });
    else if (tag[1]) open.pop();
    else {
      const id = Number(tag[2] ?? Number.NaN);
      const mark = marks[id];
      if (!mark || seen.has(id) || mark.parent !== here.id) return null;
      seen.add(id);
      const inner: Piece[] = [];
      here.pieces.push(mark.piece.kind === 'kept' ? mark.piece : { ...mark.piece, pieces: inner });
      open.push({ id, pieces: inner });
    }
  }
  const isWhole = open.length === 1 && seen.size === marks.length && isFilled(pieces);
  return isWhole ? pieces : null;
}

/** Whether each mark has something in it to mark. */
function isFilled(pieces: readonly Piece[]): boolean {
  return pieces.every((piece) => {
    if (piece.kind !== 'mark') return true;
    const isEmpty = piece.pieces.every((inner) => inner.kind === 'words' && inner.text.trim() === '');
    return !isEmpty && isFilled(piece.pieces);
  });
}
