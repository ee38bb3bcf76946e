import 'server-only';
import type { Break, Delete, Emphasis, Link, LinkReference, PhrasingContent, Strong } from 'mdast';

/** Words that are translated. They are replaced where they stand. */
export type Words = { kind: 'words'; text: string };
/** What stays as it is: an address, code, a reference. The machine sees its label, to find a place for it. */
export type Kept = { kind: 'kept'; node: PhrasingContent; label: string };
/** A link or an emphasis around pieces. */
export type Mark = { kind: 'mark'; node: Emphasis | Strong | Delete | Link | LinkReference; pieces: Piece[] };
export type Piece = Words | Kept | Mark;

/** What is translated in one go: a line, a paragraph, a cell. */
export type Passage = { pieces: Piece[] };

/** Whether there is a word in it, in any script. Numbers and signs are the same in all languages of the catalogue. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** A line break inside a paragraph: the words before and after it are passages of their own. */
export function isBreak(piece: Piece): piece is Kept & { node: Break } {
  return piece.kind === 'kept' && piece.node.type === 'break';
}
