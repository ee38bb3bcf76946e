export type XmlElement = {
  /** Without the prefix of its namespace. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
};

/** However long a document is: what is deeper or has more parts than any real one is not read. */
const most = { depth: 200, elements: 400_000 } as const;

const known: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads a document of XML into a tree; null when it is none, declares entities or types, or is beyond the limits.
 * Entities that a document declares itself are not known here, so that none can grow.
 */
export function readXml(source: string): XmlElement | null {
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open: XmlElement[] = [root];
  let elements = 0;
  for (let at = 0; at < source.length; ) {
    const here = open[open.length - 1];
    if (!here) return null;
    if (source[at] !== '<') {
      const end = source.indexOf('<', at);
      const text = source.slice(at, end < 0 ? undefined : end);
      here.children.push(decode(text));
      at += text.length;
      continue;
    }
    const skipped = skipAside(source, at, here);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    const end = findEnd(source, at);
    const tag = end < 0 ? null : readTag(source.slice(at + 1, end));
    elements += 1;
    if (!tag || elements > most.elements) return null;
    at = end + 1;
    if (tag.isEnd) {
      if (open.length < 2 || here.name !== tag.element.name) return null;
      open.pop();
      continue;
    }
    here.children.push(tag.element);
    if (!tag.isWhole) open.push(tag.element);
    if (open.length > most.depth) return null;
  }
  const [first] = root.children.filter((child) => typeof child !== 'string');
  return open.length === 1 && first ? first : null;
}

/** Past a comment, an instruction or literal text; null for a tag. What declares types leads to the end, unread. */
function skipAside(source: string, at: number, here: XmlElement): number | null {
  const past = (end: string) => {
    const found = source.indexOf(end, at);
    return found < 0 ? source.length : found + end.length;
  };
  if (source.startsWith('<!--', at)) return past('-->');
  if (source.startsWith('<?', at)) return past('?>');
  if (!source.startsWith('<![CDATA[', at)) return null;
  const next = past(']]>');
  here.children.push(source.slice(at + '<![CDATA['.length, next - ']]>'.length));
  return next;
}

/** The end of a tag; a ">" may stand in the value of an attribute. */
function findEnd(source: string, at: number): number {
  let quote = '';
  for (let place = at + 1; place < source.length; place += 1) {
    const letter = source[place] ?? '';
    if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return place;
    else if (letter === '<') return -1;
  }
  return -1;
}

function readTag(tag: string): { element: XmlElement; isEnd: boolean; isWhole: boolean } | null {
  const [, slash, name, rest = ''] = /^(\/?)([A-Za-z_][\w:.-]*)([\s\S]*)$/.exec(tag) ?? [];
  if (!name) return null;
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single] of rest.matchAll(
    /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    attributes.set(localName(key), decode(double ?? single ?? ''));
  const element: XmlElement = { name: localName(name), attributes, children: [] };
  return { element, isEnd: slash === '/', isWhole: rest.endsWith('/') };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,10}));/gi, (whole, decimal, hex, name) => {
    if (name) return known[name] ?? whole;
    const code = Number.parseInt(decimal ?? hex, decimal ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '';
  });
}
