/** Words, emphasis and links of a line as Markdown. */
export function pasteInline(nodes: readonly Node[]): string {
  return nodes
    .map(pasteNode)
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/^(\d+)\. /gm, '$1\\. ')
    .replace(/^([-+#]) /gm, '\\$1 ')
    .trim();
}

function pasteNode(node: Node): string {
  if (node instanceof Text) return escapeMarks(node.data.replace(/\s+/g, ' '));
  if (!(node instanceof Element)) return '';
  if (node.localName === 'br') return '\n';
  // What Word itself puts in front of an item.
  if (/mso-list:\s*ignore/i.test(node.getAttribute('data-style') ?? '')) return '';
  const inside = [...node.childNodes].map(pasteNode).join('');
  if (node.localName === 'a') return pasteLink(node, inside);
  const italic = isItalic(node) ? mark(inside, '*') : inside;
  return isBold(node) ? mark(italic, '**') : italic;
}

function escapeMarks(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}

/** Blanks stay outside, or the marks would not be read as marks. */
function mark(text: string, sign: string): string {
  const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return inside === '' || inside.startsWith(sign) ? text : `${before}${sign}${inside}${sign}${after}`;
}

function pasteLink(node: Element, inside: string): string {
  const address = node.getAttribute('href') ?? '';
  const label = inside.replace(/\s+/g, ' ').trim();
  if (!/^(?:https?:\/\/|mailto:)/i.test(address) || label === '') return inside;
  return `[${label}](${address.replace(/[\s()<>]/g, encodeURIComponent).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})`;
}

function isBold(node: Element): boolean {
  const weight = /font-weight:\s*(\w+)/i.exec(node.getAttribute('data-style') ?? '')?.[1];
  if (weight) return weight === 'bold' || Number(weight) >= 600;
  return node.localName === 'b' || node.localName === 'strong';
}

function isItalic(node: Element): boolean {
  const style = /font-style:\s*(\w+)/i.exec(node.getAttribute('data-style') ?? '')?.[1];
  if (style) return style === 'italic' || style === 'oblique';
  return node.localName === 'i' || node.localName === 'em';
}
