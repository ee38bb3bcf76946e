import { unzipSync } from 'fflate';
import { readXml, type XmlElement } from '#lib/xml-tree';

/** What a text of a few pages takes, many times over. */
const most = { partBytes: 4_000_000 } as const;

const wanted = ['word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'word/_rels/document.xml.rels'];

export type DocxParts = {
  body: XmlElement;
  styles: XmlElement | null;
  numbering: XmlElement | null;
  links: ReadonlyMap<string, string>;
};

/** The parts of a Word file that hold its text; null when it is none, is damaged, or unpacks to more than a text takes. */
export function readDocxParts(bytes: Uint8Array): DocxParts | null {
  const files = unpack(bytes);
  const part = (name: string) => {
    const found = files?.[name];
    return found ? readXml(new TextDecoder().decode(found)) : null;
  };
  const body = part('word/document.xml')?.children.find((child) => isElement(child, 'body'));
  if (!body || typeof body === 'string') return null;
  const relations = part('word/_rels/document.xml.rels')?.children ?? [];
  const links = relations.flatMap((child): [string, string][] =>
    typeof child === 'string'
      ? []
      : [[child.attributes.get('Id') ?? '', child.attributes.get('Target') ?? '']],
  );
  return {
    body,
    styles: part('word/styles.xml'),
    numbering: part('word/numbering.xml'),
    links: new Map(links),
  };
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> | null {
  let isTooLarge = false;
  try {
    // What a part says of its size is the room it gets: one that lies fails.
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.includes(name)) return false;
        isTooLarge ||= originalSize > most.partBytes;
        return !isTooLarge;
      },
    });
    return isTooLarge ? null : files;
  } catch {
    return null;
  }
}

/** Whether a part of a tree is an element of this name. */
export function isElement(child: XmlElement | string, name: string): child is XmlElement {
  return typeof child !== 'string' && child.name === name;
}

/** The first element of this name below another, or the one at the end of several names. */
export function childOf(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  let found = element;
  for (const name of names) found = found?.children.find((child) => isElement(child, name)) as typeof found;
  return found;
}

/** The value of an element that says one thing: `<w:pStyle w:val="Heading1"/>`. */
export function wordValue(element: XmlElement | undefined, ...names: string[]): string | undefined {
  return childOf(element, ...names)?.attributes.get('val');
}
