import 'server-only';
import type { PhrasingContent } from 'mdast';
import type { Piece } from '#server/translations/machine/piece';

/** Pieces as inline content again. A mark begins and ends with a word: the spaces at its edges stand outside. */
export function writePieces(pieces: readonly Piece[]): PhrasingContent[] {
  return joinTexts(pieces.flatMap(writePiece));
}

function writePiece(piece: Piece): PhrasingContent[] {
  if (piece.kind === 'words') return piece.text === '' ? [] : [{ type: 'text', value: piece.text }];
  if (piece.kind === 'kept') return [piece.node];
  const { node } = piece;
  node.children = writePieces(piece.pieces);
  const first = node.children[0];
  const last = node.children.at(-1);
  const before = first?.type === 'text' ? (/^\s*/.exec(first.value)?.[0] ?? '') : '';
  if (first?.type === 'text') first.value = first.value.slice(before.length);
  const after = last?.type === 'text' ? (/\s*$/.exec(last.value)?.[0] ?? '') : '';
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length);
  return [textOf(before), [node], textOf(after)].flat();
}

function textOf(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

/** Texts side by side are one: what is written depends on what stands beside it. Two spaces that meet are one as well. */
function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text') joined.push(node);
    else if (last?.type === 'text') last.value = `${last.value}${node.value}`.replace(/ {2,}/g, ' ');
    else joined.push({ type: 'text', value: node.value });
  }
  return joined.filter((node) => node.type !== 'text' || node.value !== '');
}
