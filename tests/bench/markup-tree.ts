/** An element as JSON: its name, its attributes, what it holds. */
export type MarkupNode = string | [name: string, attributes: Record<string, string>, children: MarkupNode[]];

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const tag = /<!--.*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gs;
const ofNext = /<script(?![^>]*ld\+json).*?<\/script>|<div hidden="">(?:<!--.*?-->)*<\/div>/gs;
const attribute = /([\w:-]+)(?:="([^"]*)")?/g;

/**
 * The body of a page as a tree, without the scripts and the empty element that Next adds. It reads what React writes (every element closed,
 * attributes in double quotes), not HTML in general.
 */
export function readBody(html: string): MarkupNode[] {
  const body = /<body[^>]*>(.*)<\/body>/s.exec(html)?.[1] ?? '';
  const root: MarkupNode[] = [];
  const open: { name: string; children: MarkupNode[] }[] = [{ name: '', children: root }];
  const add = (node: MarkupNode) => open.at(-1)?.children.push(node);
  let read = 0;
  for (const found of body.replace(ofNext, '').matchAll(tag)) {
    const text = found.input.slice(read, found.index);
    if (text) add(unescapeHtml(text));
    read = found.index + found[0].length;
    const [, closing, name, attributes] = found;
    if (name === undefined) continue;
    if (closing) open.pop();
    else {
      const children: MarkupNode[] = [];
      add([name, readAttributes(attributes ?? ''), children]);
      if (!empty.has(name) && !found[0].endsWith('/>')) open.push({ name, children });
    }
  }
  if (open.length !== 1) throw new Error(`the page does not close ${open.at(-1)?.name}`);
  return root;
}

/** How many elements a tree holds. */
export function countElements(nodes: readonly MarkupNode[]): number {
  return nodes.reduce((sum, node) => sum + (typeof node === 'string' ? 0 : 1 + countElements(node[2])), 0);
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name = '', value = '']) => [name, unescapeHtml(value)]),
  );
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };

function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => entities[name] ?? '');
}
