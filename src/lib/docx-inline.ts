import { childOf } from '#lib/docx-parts';
import type { Inline } from '#lib/inline-markdown';
import type { XmlElement } from '#lib/xml-tree';

/** Parts of a paragraph that hold no text of it: what was deleted, drawings, notes, the properties. */
const skipped = new Set([
  ...['del', 'moveFrom', 'pPr', 'rPr', 'sdtPr', 'drawing', 'pict', 'object', 'AlternateContent'],
  ...['footnoteReference', 'endnoteReference', 'commentReference', 'instrText', 'txbxContent'],
]);

/** The pieces of a paragraph, with its emphasis and links. */
export function paragraphPieces(paragraph: XmlElement, links: ReadonlyMap<string, string>): Inline[] {
  const pieces: Inline[] = [];
  // A link may also be a field: its address, and then, up to its end, its words.
  const field = { href: '', depth: 0 };
  const visit = (element: XmlElement, href: string) => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'instrText') noteInstruction(field, textOf(child));
      if (skipped.has(child.name)) continue;
      if (child.name === 'fldChar') noteField(field, child.attributes.get('fldCharType') ?? '');
      else if (child.name === 'r')
        pieces.push(...runPieces(child, href || field.href, (run) => visit(run, href)));
      else visit(child, linkOf(child, links) ?? href);
    }
  };
  visit(paragraph, '');
  return pieces;
}

function linkOf(element: XmlElement, links: ReadonlyMap<string, string>): string | undefined {
  if (element.name === 'hyperlink') return links.get(element.attributes.get('id') ?? '') ?? '';
  return element.name === 'fldSimple' ? addressIn(element.attributes.get('instr') ?? '') : undefined;
}

type Field = { href: string; depth: number };

function noteInstruction(field: Field, instruction: string): void {
  field.href = addressIn(instruction) ?? field.href;
}

function noteField(field: Field, type: string): void {
  if (type === 'begin') field.depth += 1;
  if (type === 'end') field.depth -= 1;
  if (field.depth <= 0) Object.assign(field, { href: '', depth: 0 });
}

function addressIn(instruction: string): string | undefined {
  return /^\s*HYPERLINK\s+"([^"]*)"/i.exec(instruction)?.[1];
}

function runPieces(run: XmlElement, href: string, visit: (run: XmlElement) => void): Inline[] {
  const form = { bold: isOn(run, 'b'), italic: isOn(run, 'i'), href };
  let text = '';
  for (const child of run.children) {
    if (typeof child === 'string') continue;
    if (child.name === 't') text += textOf(child);
    if (child.name === 'tab') text += '\t';
    if (child.name === 'noBreakHyphen') text += '-';
    if (child.name === 'br' || child.name === 'cr') text += '\n';
  }
  // Marks of a field stand in runs of their own.
  if (text === '') visit(run);
  return text === '' ? [] : [{ ...form, text }];
}

function isOn(run: XmlElement, name: string): boolean {
  const property = childOf(run, 'rPr', name);
  return property !== undefined && !['0', 'false', 'off'].includes(property.attributes.get('val') ?? '1');
}

function textOf(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}
