import 'server-only';
import type { Nodes } from 'mdast';

/**
 * What a text is apart from its words: its blocks in their order, and in each the marks and addresses, in no order, since
 * languages put words in different ones.
 */
export function shapeOf(node: Nodes): string {
  const inner = 'children' in node ? node.children.map(shapeOf).filter((shape) => shape !== '') : [];
  switch (node.type) {
    case 'text':
      return '';
    case 'paragraph':
    case 'heading':
    case 'tableCell':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return `${nameOf(node)}(${inner.sort().join()})`;
    default:
      return `${nameOf(node)}(${inner.join()})`;
  }
}

function nameOf(node: Nodes): string {
  const { type } = node;
  switch (type) {
    case 'heading':
      return `${type} ${node.depth}`;
    case 'list':
      return `${type} ${node.ordered ? (node.start ?? 1) : '-'}`;
    case 'listItem':
      return `${type} ${node.checked ?? ''}`;
    case 'link':
    case 'image':
      return `${type} ${JSON.stringify([node.url, node.title ?? ''])}`;
    case 'definition':
      return `${type} ${JSON.stringify([node.identifier, node.url, node.title ?? ''])}`;
    case 'linkReference':
    case 'imageReference':
    case 'footnoteReference':
    case 'footnoteDefinition':
      return `${type} ${node.identifier}`;
    case 'code':
    case 'inlineCode':
    case 'html':
      return `${type} ${JSON.stringify(node.value)}`;
    default:
      return type;
  }
}
