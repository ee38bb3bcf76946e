import { childOf, type DocxParts, isElement, wordValue } from '#lib/docx-parts';
import type { XmlElement } from '#lib/xml-tree';

export type ParagraphForm = {
  heading: number;
  /** `id`: paragraphs of one list have the same. */
  list: { id: string; level: number; ordered: boolean } | null;
};

/** Tells the form of a paragraph: a heading by Word's own names of styles, a list by its numbering. */
export function paragraphForms({ styles, numbering }: DocxParts): (paragraph: XmlElement) => ParagraphForm {
  const named = new Map(
    elementsOf(styles, 'style').map((style) => [style.attributes.get('styleId') ?? '', style]),
  );
  const orders = readOrders(numbering);
  return (paragraph) => {
    const properties = childOf(paragraph, 'pPr');
    const id = wordValue(properties, 'pStyle') ?? '';
    const style = named.get(id);
    const name = (wordValue(style, 'name') ?? id).toLowerCase();
    const heading = name === 'title' ? 1 : Number(/^heading ?([1-6])$/.exec(name)?.[1] ?? 0);
    if (heading > 0) return { heading, list: null };
    const numbers = childOf(properties, 'numPr') ?? childOf(style, 'pPr', 'numPr');
    return { heading, list: listOf(numbers, name, orders) };
  };
}

function listOf(numbers: XmlElement | undefined, style: string, orders: Orders): ParagraphForm['list'] {
  const level = Math.min(8, Math.max(0, Number(wordValue(numbers, 'ilvl') ?? 0) || 0));
  const number = wordValue(numbers, 'numId');
  if (number === '0') return null;
  if (number !== undefined) {
    const format = orders.get(`${number} ${level}`) ?? 'bullet';
    return format === 'none' ? null : { id: number, level, ordered: format !== 'bullet' };
  }
  const [, kind] = /^list (bullet|number)/.exec(style) ?? [];
  return kind ? { id: kind, level, ordered: kind === 'number' } : null;
}

/** How each level of each list counts: "bullet", "decimal"; by "number level". */
type Orders = ReadonlyMap<string, string>;

function readOrders(numbering: XmlElement | null): Orders {
  const shapes = new Map(
    elementsOf(numbering, 'abstractNum').map((shape) => [shape.attributes.get('abstractNumId') ?? '', shape]),
  );
  const orders = new Map<string, string>();
  for (const list of elementsOf(numbering, 'num')) {
    const shape = shapes.get(wordValue(list, 'abstractNumId') ?? '');
    for (const level of elementsOf(shape ?? null, 'lvl'))
      orders.set(
        `${list.attributes.get('numId')} ${level.attributes.get('ilvl')}`,
        wordValue(level, 'numFmt') ?? 'bullet',
      );
  }
  return orders;
}

function elementsOf(parent: XmlElement | null, name: string): XmlElement[] {
  return (parent?.children ?? []).filter((child) => isElement(child, name));
}
