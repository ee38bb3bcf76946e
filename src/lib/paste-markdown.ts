import { pasteInline } from '#lib/paste-inline';
import { listItemOf, pasteList, type WordItem } from '#lib/paste-list';

/**
 * Formatted text as it comes from Word or a web page, as the Markdown that the site shows: headings from the third level,
 * lists, links, emphasis and tables. Fonts, colours, pictures and whatever else there was are left behind. Null where
 * nothing is formatted: then it is pasted as it is.
 */
export function pasteMarkdown(html: string): string | null {
  const { body } = new DOMParser().parseFromString(withoutOrders(html), 'text/html');
  for (const left of body.querySelectorAll('style, script, title, meta, link, xml, img, svg, object'))
    left.remove();
  if (!isFormatted(body)) return null;
  const text = pasteBlocks(body)
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? null : text;
}

/** Styles and handlers under another name: they are read here, and nothing else may follow them. */
function withoutOrders(html: string): string {
  return html
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])(style|on\w+)(?=\s*=)/gi, '$1data-$2'));
}

function isFormatted(body: HTMLElement): boolean {
  const marks =
    'h1, h2, h3, h4, h5, h6, li, a[href], b, strong, i, em, table, [data-style*="mso-list"], [data-style*="font-weight"]';
  return body.querySelector(marks) !== null || body.querySelectorAll('p').length > 1;
}

const blocks =
  /^(?:address|article|aside|blockquote|center|div|dl|dd|dt|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|ul)$/;

function isBlock(node: Node): node is Element {
  return node instanceof Element && blocks.test(node.localName);
}

/** The paragraphs of an element, each as one text; lists and tables are one each. */
function pasteBlocks(parent: Element): string[] {
  const written: string[] = [];
  let line: Node[] = [];
  let items: WordItem[] = [];
  const flush = () => {
    const text = pasteInline(line);
    if (text) written.push(text);
    if (items.length > 0)
      written.push(items.map(({ indent, mark, text: item }) => `${indent}${mark} ${item}`).join('\n'));
    line = [];
    items = [];
  };
  for (const node of parent.childNodes) {
    const item = node instanceof Element ? listItemOf(node) : null;
    if (item) {
      if (line.length > 0) flush();
      items.push(item);
      continue;
    }
    // Word puts blanks between the paragraphs that it means as a list.
    if (items.length > 0 && node instanceof Text && node.data.trim() === '') continue;
    if (!isBlock(node)) {
      if (items.length > 0) flush();
      line.push(node);
      continue;
    }
    flush();
    written.push(...pasteBlock(node));
  }
  flush();
  return written;
}

function pasteBlock(element: Element): string[] {
  const { localName } = element;
  if (/^h[1-6]$/.test(localName)) return pasteHeading(element, Number(localName[1]));
  if (localName === 'ul' || localName === 'ol') return [pasteList(element, pasteBlocks)];
  if (localName === 'table') return pasteTable(element);
  if (localName === 'blockquote') return [pasteBlocks(element).join('\n\n').replace(/^/gm, '> ')];
  return localName === 'hr' ? [] : pasteBlocks(element);
}

function pasteHeading(element: Element, level: number): string[] {
  const text = pasteInline([...element.childNodes])
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('**', '');
  return text ? [`${'#'.repeat(Math.min(Math.max(level, 3), 6))} ${text}`] : [];
}

/** A table of one column or row is only there for its looks: its cells are paragraphs. */
function pasteTable(table: Element): string[] {
  const rows = [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td, th')]);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width < 2 || rows.length < 2) return rows.flat().flatMap((cell) => pasteBlocks(cell));
  const lines = rows.map((cells) => {
    const texts = cells.map((cell) =>
      pasteBlocks(cell)
        .join(' ')
        .replace(/\s*\n\s*/g, ' ')
        .replaceAll('|', '\\|'),
    );
    return `| ${[...texts, ...Array<string>(width - texts.length).fill('')].join(' | ')} |`;
  });
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
  return [lines.join('\n')];
}
