import 'server-only';
import type { Link, Nodes, Parents, Root, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';

/** Reads a text as readers' pages do, with tables and bare addresses. */
export function readMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Writes a tree as Markdown, without a line end. Words that would be taken for marks or addresses are escaped. */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(tree, style).trimEnd();
}

const style: Options = {
  ...{ bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one' },
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  handlers: {
    link: (node: Link, parent, state, info) =>
      standsFree(node, parent) ? bareText(node) : defaultHandlers.link(node, parent, state, info),
    // "R&D" is no character reference: people who go on writing are spared the backslash.
    text: (node: Text, parent, state, info) =>
      defaultHandlers.text(node, parent, state, info).replace(/\\&(?![#\w]+;)/g, '&'),
  },
};

/** Whether an address can be written without marks: it is its own text, and nothing beside it would become part of it. */
function standsFree(node: Link, parent: Parents | undefined): boolean {
  if (!isBareLink(node) || !parent || !/^(?:paragraph|heading|tableCell)$/.test(parent.type)) return false;
  const siblings: readonly Nodes[] = parent.children;
  const place = siblings.indexOf(node);
  const before = siblings[place - 1];
  const [after, ...more] = siblings.slice(place + 1);
  const ends = more.length === 0 ? /^[.,;:!?)]*(?:\s|$)/ : /^[.,;:!?)]*\s/;
  return (
    (!before || before.type === 'break' || (before.type === 'text' && /[\s(]$/.test(before.value))) &&
    (!after || (after.type === 'text' && ends.test(after.value)))
  );
}

/** Whether a link is an address or e-mail address as it stands in the text. */
export function isBareLink(node: Link): boolean {
  const text = bareText(node);
  return text !== '' && ['', 'http://', 'mailto:'].some((scheme) => node.url === `${scheme}${text}`);
}

/** The address as it stands there; empty where a link is around something else. */
export function bareText({ children: [only, ...more] }: Link): string {
  return only?.type === 'text' && more.length === 0 ? only.value : '';
}
