import 'server-only';
import type { PhrasingContent } from 'mdast';
import { address } from '#server/translations/machine/clean-words';
import { bareText, isBareLink } from '#server/translations/machine/markdown-tree';
import type { Piece } from '#server/translations/machine/piece';

const keptText = new RegExp(
  [
    address,
    // A page below a host.
    /\b(?:[a-z\d-]+\.)+[a-z]{2,}\/[^\s<>]*[^\s<>.,;:!?'"»”’)\]]/,
    // References such as [3] or [3, 7–9], and what looks like a tag but is meant as text.
    /\[\^?\d[\d\s,–-]*\]/,
    /<[^<>\s][^<>]*>/,
  ]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
  'gi',
);

/** Cuts words at what is not translated. A line end within them is a space. */
export function cutWords(text: string): Piece[] {
  const pieces: Piece[] = [];
  const words = text.replace(/[ \t]*\n[ \t]*/g, ' ');
  let end = 0;
  for (const found of words.matchAll(keptText)) {
    if (found.index > end) pieces.push({ kind: 'words', text: words.slice(end, found.index) });
    pieces.push({ kind: 'kept', node: { type: 'text', value: found[0] }, label: found[0] });
    end = found.index + found[0].length;
  }
  if (end < words.length) pieces.push({ kind: 'words', text: words.slice(end) });
  return pieces;
}

/** The inline content of a paragraph, heading or cell as pieces. */
export function readPieces(nodes: readonly PhrasingContent[]): Piece[] {
  return nodes.flatMap(readPiece);
}

function readPiece(node: PhrasingContent): Piece[] {
  switch (node.type) {
    case 'text':
      return cutWords(node.value);
    case 'link':
      if (isBareLink(node)) return [{ kind: 'kept', node, label: bareText(node) }];
      return [{ kind: 'mark', node, pieces: readPieces(node.children) }];
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'linkReference':
      return [{ kind: 'mark', node, pieces: readPieces(node.children) }];
    case 'inlineCode':
      return [{ kind: 'kept', node, label: node.value }];
    default:
      return [{ kind: 'kept', node, label: '' }];
  }
}
