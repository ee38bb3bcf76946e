import 'server-only';
import type { Nodes, PhrasingContent } from 'mdast';
import { readMarkdown, writeMarkdown } from '#server/translations/machine/markdown-tree';
import { isBreak, type Passage, type Piece } from '#server/translations/machine/piece';
import { cutWords, readPieces } from '#server/translations/machine/read-pieces';
import { shapeOf } from '#server/translations/machine/shape-of';
import { writePieces } from '#server/translations/machine/write-pieces';

/** A text on its way: its passages, which are translated where they stand, and the text that they make. */
export type DraftText = {
  passages: readonly Passage[];
  /** null when the new words would change more than words: then the text is not used. */
  write: () => string | null;
};

/** A text without Markdown in one line, such as a title. */
export function plainDraft(text: string): DraftText {
  const passage: Passage = { pieces: cutWords(text) };
  const write = () =>
    passage.pieces.map((piece) => (piece.kind === 'words' ? piece.text : labelOf(piece))).join('');
  return { passages: [passage], write: () => write().trim() };
}

function labelOf(piece: Piece): string {
  return piece.kind === 'kept' ? piece.label : '';
}

/** A text in Markdown. Its blocks stay as they are; paragraphs, headings and cells are passages. */
export function markdownDraft(markdown: string): DraftText {
  const tree = readMarkdown(markdown);
  const shape = shapeOf(tree);
  const lines = findLines(tree).map((node) => ({ node, passages: cutAtBreaks(readPieces(node.children)) }));
  return {
    passages: lines.flatMap(({ passages }) => passages),
    write: () => {
      for (const { node, passages } of lines) node.children = joinAtBreaks(passages);
      const written = writeMarkdown(tree);
      return shapeOf(readMarkdown(written)) === shape ? written : null;
    },
  };
}

type Line = Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>;

function findLines(node: Nodes): Line[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return [node];
  return 'children' in node ? node.children.flatMap(findLines) : [];
}

function cutAtBreaks(pieces: readonly Piece[]): Passage[] {
  const passages: Passage[] = [{ pieces: [] }];
  for (const piece of pieces) {
    if (isBreak(piece)) passages.push({ pieces: [] });
    else passages.at(-1)?.pieces.push(piece);
  }
  return passages;
}

function joinAtBreaks(passages: readonly Passage[]): PhrasingContent[] {
  return passages.flatMap(({ pieces }, place) => {
    const nodes = trimEdges(writePieces(pieces));
    return place === 0 ? nodes : [{ type: 'break' as const }, ...nodes];
  });
}

/** Spaces at the edges of a line say nothing, but would be written as character references. */
function trimEdges(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, place): PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    const begun = place === 0 ? node.value.trimStart() : node.value;
    const value = place === nodes.length - 1 ? begun.trimEnd() : begun;
    return value === '' ? [] : [{ ...node, value }];
  });
}
