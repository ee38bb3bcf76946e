import { readFileSync } from 'node:fs';
import type { Locale } from '#i18n/locales';

type Tree = { [key: string]: string | Tree };

/** The messages of a language by key. */
export function messagesOf(locale: Locale): Map<string, string> {
  const tree: Tree = JSON.parse(readFileSync(`src/i18n/messages/${locale}.json`, 'utf8'));
  const flat = (node: Tree, path: string[]): [string, string][] =>
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string' ? [[[...path, key].join('.'), value]] : flat(value, [...path, key]),
    );
  return new Map(flat(tree, []));
}

/** A text that a message may become, and the longest part of it that is always the same. */
export type MessagePattern = { whole: RegExp; fixed: string };

/** What a message looks like once its arguments are filled in: as many texts as its plurals have forms. */
export function patternsOf(message: string): MessagePattern[] {
  return expand(message).map((text) => {
    const parts = text.split(/\{\w+\}|#/);
    return {
      whole: new RegExp(
        `^${parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('.+?')}$`,
        'u',
      ),
      fixed: parts.reduce((longest, part) => (part.length > longest.length ? part : longest), ''),
    };
  });
}

/** Each text of `{count, plural, one {…} other {…}}` in turn. */
function expand(message: string): string[] {
  const head = /\{\w+, (?:plural|select|selectordinal),/.exec(message);
  if (!head) return [message];
  const branches: string[] = [];
  let at = head.index + head[0].length;
  while (message[at] !== '}') {
    const open = message.indexOf('{', at);
    const close = closingOf(message, open);
    branches.push(message.slice(open + 1, close));
    at = close + 1 + (/^\s*/.exec(message.slice(close + 1))?.[0].length ?? 0);
  }
  const [before, after] = [message.slice(0, head.index), message.slice(at + 1)];
  return branches.flatMap((branch) => expand(before + branch + after));
}

function closingOf(message: string, open: number): number {
  let depth = 0;
  for (let at = open; at < message.length; at += 1) {
    if (message[at] === '{') depth += 1;
    if (message[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`A bracket is missing: ${message}`);
}
