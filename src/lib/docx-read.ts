import { type ParagraphForm, paragraphForms } from '#lib/docx-forms';
import { paragraphPieces } from '#lib/docx-inline';
import { type DocxParts, isElement, readDocxParts } from '#lib/docx-parts';
import { type Inline, inlineMarkdown } from '#lib/inline-markdown';
import type { TextBlock } from '#lib/text-block';
import type { XmlElement } from '#lib/xml-tree';

/** The text of a Word file, block by block; null when it is none that can be read. */
export function readDocx(bytes: Uint8Array): TextBlock[] | null {
  const parts = readDocxParts(bytes);
  if (!parts) return null;
  return [...readBlocks(parts.body, { parts, formOf: paragraphForms(parts), counts: new Map() })];
}

type Reading = {
  parts: DocxParts;
  formOf: (paragraph: XmlElement) => ParagraphForm;
  /** The last number of each list at each level. */
  counts: Map<string, number[]>;
};

function* readBlocks(parent: XmlElement, reading: Reading): Generator<TextBlock> {
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'p') yield* readParagraph(child, reading);
    else if (child.name === 'tbl') yield* readTable(child, reading);
    else if (['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag'].includes(child.name))
      yield* readBlocks(child, reading);
  }
}

function* readParagraph(paragraph: XmlElement, { parts, formOf, counts }: Reading): Generator<TextBlock> {
  const pieces = trimPieces(paragraphPieces(paragraph, parts.links));
  const plain = pieces.map(({ text }) => text).join('');
  if (plain.trim() === '') return;
  const { heading, list } = formOf(paragraph);
  if (heading > 0) {
    yield { heading, plain, markdown: `${'#'.repeat(heading)} ${plain.replace(/\s+/g, ' ')}`, isItem: false };
    return;
  }
  const markdown = inlineMarkdown(pieces);
  if (list) {
    const mark = list.ordered ? `${countItem(list, counts)}.` : '-';
    yield { heading, plain, markdown: `${'   '.repeat(list.level)}${mark} ${markdown}`, isItem: true };
    return;
  }
  // A point that was typed by hand is meant as one of a list.
  const typed = /^(?:[•·▪◦–]|\\?-)\s+/.exec(markdown)?.[0];
  const isItem = typed !== undefined || /^\d{1,3}[.)]\s/.test(markdown);
  yield { heading, plain, markdown: typed ? `- ${markdown.slice(typed.length)}` : markdown, isItem };
}

/** Numbers go on in a list, also past what stands between, and begin anew below each item. */
function countItem({ id, level }: NonNullable<ParagraphForm['list']>, counts: Reading['counts']): number {
  const known = (counts.get(id) ?? []).slice(0, level + 1);
  const number = (known[level] ?? 0) + 1;
  known[level] = number;
  counts.set(id, known);
  return number;
}

function trimPieces(pieces: readonly Inline[]): Inline[] {
  const kept = pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\t/g, ' ') }));
  const first = kept[0];
  if (first) first.text = first.text.trimStart();
  const last = kept[kept.length - 1];
  if (last) last.text = last.text.trimEnd();
  return kept;
}

/** A table of one cell is a box around a text; any other becomes one of Markdown. */
function* readTable(table: XmlElement, reading: Reading): Generator<TextBlock> {
  const rows = table.children
    .filter((child) => isElement(child, 'tr'))
    .map((row) => row.children.filter((child) => isElement(child, 'tc')));
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width <= 1) {
    for (const [cell] of rows) if (cell) yield* readBlocks(cell, reading);
    return;
  }
  const lines = rows.map((cells) => `| ${cells.map((cell) => cellText(cell, reading)).join(' | ')} |`);
  const rule = `|${' --- |'.repeat(width)}`;
  const plain = lines.join('\n').replace(/^\| | \|$/gm, '');
  if (/[^|\s]/.test(plain))
    yield { heading: 0, plain, markdown: [lines[0], rule, ...lines.slice(1)].join('\n'), isItem: false };
}

function cellText(cell: XmlElement, reading: Reading): string {
  const text = [...readBlocks(cell, { ...reading, counts: new Map() })]
    .map(({ markdown }) => markdown)
    .join(' ');
  return text.replace(/\\?\n/g, ' ').replace(/\|/g, '\\|');
}
