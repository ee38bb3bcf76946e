import { pasteInline } from '#lib/paste-inline';

/** An item of a list, as it is written. */
export type WordItem = { indent: string; mark: string; text: string };

const deepest = 4;

/**
 * A paragraph that Word means as an item of a list: it says so in a style of its own, and writes the bullet or the number
 * into the text. Null for any other element.
 */
export function listItemOf(element: Element): WordItem | null {
  const level = /mso-list:[^;]*\blevel(\d+)/i.exec(element.getAttribute('data-style') ?? '')?.[1];
  if (level === undefined) return null;
  const bullet = [...element.querySelectorAll('[data-style]')].find((one) =>
    /mso-list:\s*ignore/i.test(one.getAttribute('data-style') ?? ''),
  );
  const number = /^\s*(\d+)[.)]/.exec(bullet?.textContent ?? '')?.[1];
  const text = pasteInline([...element.childNodes]).replace(/\s*\n\s*/g, ' ');
  const depth = Math.min(Number(level) - 1, deepest);
  return { indent: '   '.repeat(Math.max(depth, 0)), mark: number ? `${number}.` : '-', text };
}

/** A real list, with the lists in it. */
export function pasteList(list: Element, pasteBlocks: (item: Element) => string[], depth = 0): string {
  const isOrdered = list.localName === 'ol';
  let number = 0;
  return [...list.children]
    .flatMap((child) => {
      if (child.localName === 'ul' || child.localName === 'ol')
        return pasteList(child, pasteBlocks, Math.min(depth + 1, deepest));
      if (child.localName !== 'li') return [];
      number += 1;
      const inner = [...child.querySelectorAll(':scope > ul, :scope > ol')];
      for (const nested of inner) nested.remove();
      const text = pasteBlocks(child)
        .join(' ')
        .replace(/\s*\n\s*/g, ' ');
      const mark = isOrdered ? `${number}.` : '-';
      const below = inner.map((nested) => pasteList(nested, pasteBlocks, Math.min(depth + 1, deepest)));
      return [`${'   '.repeat(depth)}${mark} ${text}`, ...below];
    })
    .join('\n');
}
